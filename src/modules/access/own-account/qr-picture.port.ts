import { create } from 'qrcode';

/** The picture of a text that a phone can read, as one path of dark squares: nothing inline that the page's policy forbids. */
export function qrPicture(text: string): { readonly path: string; readonly size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const parts: string[] = [];
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x) !== 0) parts.push(`M${x} ${y}h1v1h-1z`);
  return { path: parts.join(''), size: modules.size };
}
