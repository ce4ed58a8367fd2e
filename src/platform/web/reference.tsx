import type { JSX } from 'preact';

/** A reference such as IN 3 or 2.1.3, in a quiet monospace; a link where it leads somewhere. */
export function Reference(props: { children: string; href?: string | undefined }): JSX.Element {
  return props.href === undefined ? (
    <span class="tl-ref">{props.children}</span>
  ) : (
    <a class="govuk-link tl-ref" href={props.href}>
      {props.children}
    </a>
  );
}
