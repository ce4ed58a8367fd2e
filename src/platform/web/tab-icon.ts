import { parseHex } from './colour.ts';

/** The mark of the product for a browser's tab: the thread with its stops, on the council's colour. */
export function tabIcon(brandColour: string): string {
  const colour = parseHex(brandColour) === null ? '#000000' : brandColour;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    `<rect width="32" height="32" rx="4" fill="${colour}"/>` +
    '<g stroke="#fff" stroke-width="2" fill="none"><path d="M3 16h26"/></g>' +
    '<g fill="#fff"><path d="M4 12h8v8H4z"/><circle cx="17" cy="16" r="5"/><path d="M26 11l4 8h-8z"/></g></svg>'
  );
}
