/** What a browser calls itself, in words a person knows their devices by: "Firefox on Windows". */
export function browserInWords(userAgent: string): string {
  const browser =
    [
      ['Edge', /\bEdgA?\//],
      ['Opera', /\bOPR\//],
      ['Firefox', /\b(Firefox|FxiOS)\//],
      ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
      ['Safari', /\bSafari\//],
    ].find(([, sign]) => (sign as RegExp).test(userAgent))?.[0] ?? 'A browser';
  const system = [
    ['an iPhone', /iPhone/],
    ['an iPad', /iPad/],
    ['Android', /Android/],
    ['Windows', /Windows/],
    ['a Mac', /Mac OS X/],
    ['Linux', /Linux/],
  ].find(([, sign]) => (sign as RegExp).test(userAgent))?.[0];
  return system === undefined ? String(browser) : `${String(browser)} on ${String(system)}`;
}
