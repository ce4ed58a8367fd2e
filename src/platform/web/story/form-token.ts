import type { FastifyInstance } from 'fastify';

/** A form as a browser has it after opening a page: its token, and the cookie that belongs to it. */
export interface OpenForm {
  token: string;
  cookie: string;
}

/** Opens a page with a form, as a reader would whose browser holds some cookies already. */
export async function openForm(
  app: FastifyInstance,
  path = '/form',
  holds: { readonly cookie?: string } = {},
): Promise<OpenForm> {
  const response = await app.inject({ method: 'GET', url: path, headers: holds });
  const token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? '';
  const given = response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  const cookie = [...(holds.cookie === undefined ? [] : [holds.cookie]), ...given].join('; ');
  return { token, cookie };
}
