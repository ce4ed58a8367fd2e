import type { FastifyInstance } from 'fastify';

/** A form as a browser has it after opening a page: its token, and the cookie that belongs to it. */
export interface OpenForm {
  token: string;
  cookie: string;
}

/** Opens a page with a form, as a reader would. */
export async function openForm(app: FastifyInstance, path = '/form'): Promise<OpenForm> {
  const response = await app.inject({ method: 'GET', url: path });
  const token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? '';
  const cookie = response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return { token, cookie };
}
