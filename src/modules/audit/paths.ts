/** The page of the audit trail; `after` goes on from an event, `subject` shows one thing's own trail. */
export const auditPaths = {
  trail: (query: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams(query).toString();
    return search === '' ? '/audit' : `/audit?${search}`;
  },
};
