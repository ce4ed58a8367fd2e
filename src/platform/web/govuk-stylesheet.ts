/** The face of every page. The stylesheet of `assets/css/type.css` says where its files are. */
const TEXT_FACE = '"Atkinson Hyperlegible Next",arial,sans-serif';

/**
 * Takes out of govuk-frontend's stylesheet what only GOV.UK may use: its typeface (licensed to gov.uk alone), and
 * every rule that shows its crown or crest.
 * @throws Error when anything of theirs is still there, so that a new release cannot bring it back unseen.
 */
export function withoutGovukIdentity(css: string): string {
  const stripped = css
    .replaceAll(/\/\*![^*]*(?:\*(?!\/)[^*]*)*\*\//g, '')
    .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/font-family:\s*GDS Transport\s*,\s*arial\s*,\s*sans-serif/g, `font-family:${TEXT_FACE}`)
    // In print upstream falls back to whatever sans-serif there is; our face is licensed for print too.
    .replaceAll(/font-family:\s*sans-serif/g, `font-family:${TEXT_FACE}`)
    .replaceAll(/[^{}]*\{[^{}]*url\([^)]*\/assets\/images\/[^)]*\)[^{}]*\}/g, '');
  const left = /GDS Transport|govuk-crest|url\(\/assets|copyright-logo\{[^}]*url/.exec(stripped);
  if (left !== null)
    throw new Error(`The GOV.UK stylesheet still holds "${left[0]}", which is not ours to use`);
  return `/*! govuk-frontend, MIT licence, Copyright (c) 2017 Crown Copyright (Government Digital Service) */\n${stripped}`;
}
