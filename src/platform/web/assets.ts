import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { brandStylesheet, DEFAULT_BRAND } from './brand.ts';
import { withoutGovukIdentity } from './govuk-stylesheet.ts';
import { smallCss } from './small-css.ts';
import { tabIcon } from './tab-icon.ts';

/** The project's folder of stylesheets and scripts: three levels up, from the source as from what is built of it. */
const ownFolder = new URL('../../../assets/', import.meta.url);
const packages = createRequire(import.meta.url);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Our own stylesheets, in the order they are joined: print comes last, so that it has the last word on paper. */
export const STYLES = [
  'paper',
  'type',
  'page',
  'forms',
  'tables',
  'charts',
  'marks',
  'thread',
  'plan',
  'report',
  'import',
  'identity',
  'work',
  'access',
  'bodies',
  'print',
] as const;

/** A file that a page draws on, ready to send in each encoding. */
export interface Asset {
  /** Where it is fetched: its name holds a hash of its content, so it never changes and may be kept for ever. */
  path: string;
  mediaType: string;
  /** Worked out once, so that no request pays for it. */
  etag: string;
  content: Buffer;
  brotli: Buffer | undefined;
  gzip: Buffer | undefined;
}

export interface Assets {
  /** Addresses of what every page links to. */
  stylesheet: string;
  brand: string;
  script: string;
  textFont: string;
  icon: string;
  /** The council's logo, where it has one. */
  logo: string | undefined;
  /** Every asset by its path. */
  files: ReadonlyMap<string, Asset>;
}

/** What of the council's own goes into the assets. */
export interface AssetOptions {
  /** Six hex digits with a leading #. */
  brandColour?: string | undefined;
  /** Path of an .svg or .png file. */
  logo?: string | undefined;
}

/**
 * Reads, joins and hashes everything a page draws on. Done once, at start, in about 0.2 s.
 * @throws Error when a file is missing or govuk-frontend holds something that is not ours to use.
 */
export function buildAssets(options: AssetOptions = {}): Assets {
  const files = new Map<string, Asset>();
  const add = (name: string, content: Buffer | string): string => {
    const asset = makeAsset(name, Buffer.from(content));
    files.set(asset.path, asset);
    return asset.path;
  };
  const font = (file: string): string =>
    add(
      file,
      readFileSync(packages.resolve(`@fontsource-variable/atkinson-hyperlegible-next/files/${file}`)),
    );
  const fonts = {
    'font-latin': font('atkinson-hyperlegible-next-latin-wght-normal.woff2'),
    'font-latin-italic': font('atkinson-hyperlegible-next-latin-wght-italic.woff2'),
    'font-latin-ext': font('atkinson-hyperlegible-next-latin-ext-wght-normal.woff2'),
    'font-latin-ext-italic': font('atkinson-hyperlegible-next-latin-ext-wght-italic.woff2'),
  };
  const govuk = (file: string): string =>
    readFileSync(packages.resolve(`govuk-frontend/dist/govuk/${file}`), 'utf8');
  const govukScript = add(
    'govuk.js',
    govuk('govuk-frontend.min.js').replace(/\/\/# sourceMappingURL=.*$/m, ''),
  );
  const webauthn = add(
    'webauthn.js',
    readFileSync(
      packages
        .resolve('@simplewebauthn/browser')
        .replace(/script\/index\.js$/, 'dist/bundle/index.umd.min.js'),
      'utf8',
    ),
  );
  const passkeys = add(
    'passkeys.js',
    withPaths(readFileSync(new URL('js/passkeys.js', ownFolder), 'utf8'), { webauthn }),
  );
  return {
    stylesheet: add(
      'throughline.css',
      withoutGovukIdentity(govuk('govuk-frontend.min.css')) + withPaths(ownStyles(), fonts),
    ),
    brand: add('brand.css', brandStylesheet(options.brandColour ?? DEFAULT_BRAND)),
    script: add(
      'throughline.js',
      withPaths(readFileSync(new URL('js/throughline.js', ownFolder), 'utf8'), {
        govuk: govukScript,
        passkeys,
      }),
    ),
    textFont: fonts['font-latin'],
    icon: add('icon.svg', tabIcon(options.brandColour ?? DEFAULT_BRAND)),
    logo:
      options.logo === undefined
        ? undefined
        : add(`logo${extname(options.logo).toLowerCase()}`, readFileSync(options.logo)),
    files,
  };
}

function ownStyles(): string {
  return STYLES.map((name) => smallCss(readFileSync(new URL(`css/${name}.css`, ownFolder), 'utf8'))).join(
    '\n',
  );
}

/** Puts the address of an asset where a source says `asset:name`. */
function withPaths(source: string, paths: Readonly<Record<string, string>>): string {
  return source.replaceAll(/asset:([a-z-]+)/g, (_, name: string) => {
    const path = paths[name];
    if (path === undefined) throw new Error(`No asset is called ${name}`);
    return path;
  });
}

function makeAsset(name: string, content: Buffer): Asset {
  const ending = extname(name);
  const mediaType = MEDIA_TYPES[ending];
  if (mediaType === undefined) throw new Error(`No media type is known for ${name}`);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  const packed = ending === '.woff2' || ending === '.png';
  return {
    path: `/assets/${name.slice(0, -ending.length)}-${hash}${ending}`,
    mediaType,
    etag: `W/"${hash}"`,
    content,
    brotli: packed
      ? undefined
      : brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: packed ? undefined : gzipSync(content, { level: 9 }),
  };
}
