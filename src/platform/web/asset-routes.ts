import type { FastifyInstance } from 'fastify';
import type { Asset, Assets } from './assets.ts';

/** A year, in seconds: the longest that caches honour. */
const FOR_EVER = 31_536_000;

/** Serves the files pages draw on. Their names change with their content, so a browser may keep them for ever. */
export function serveAssets(app: FastifyInstance, assets: Assets): void {
  for (const asset of assets.files.values()) {
    app.route({
      method: 'GET',
      url: asset.path,
      config: { access: 'public', asset: true },
      handler: (request, reply) => {
        const { encoding, body } = inBestEncoding(asset, request.headers['accept-encoding']);
        if (encoding !== undefined) reply.header('content-encoding', encoding);
        return reply
          .header('cache-control', `public, max-age=${FOR_EVER}, immutable`)
          .header('etag', asset.etag)
          .header('vary', 'accept-encoding')
          .header('content-length', body.length)
          .type(asset.mediaType)
          .send(body);
      },
      compress: false,
    });
  }
}

function inBestEncoding(
  asset: Asset,
  accepted: string | string[] | undefined,
): { encoding?: string; body: Buffer } {
  const accepts = String(accepted ?? '');
  if (asset.brotli !== undefined && /\bbr\b(?!;\s*q=0(?![.\d]*[1-9]))/.test(accepts))
    return { encoding: 'br', body: asset.brotli };
  if (asset.gzip !== undefined && /\bgzip\b(?!;\s*q=0(?![.\d]*[1-9]))/.test(accepts))
    return { encoding: 'gzip', body: asset.gzip };
  return { body: asset.content };
}
