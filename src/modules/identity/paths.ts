import { withQuery } from '../../platform/web/with-query.ts';

/** Addresses of people and posts. A reader's day is added by `linkAsAt`. */
export const identityPaths = {
  people: (search?: string) => withQuery('/people', { search }),
  addPerson: () => '/people/new',
  person: (id: number) => `/people/${id}`,
  name: (id: number) => `/people/${id}/name`,
  leaving: (id: number) => `/people/${id}/leaving`,
  judge: (id: number, other: number) => `/people/${id}/same-as/${other}`,
  posts: (search?: string) => withQuery('/posts', { search }),
  addPost: () => '/posts/new',
  post: (id: number) => `/posts/${id}`,
  holders: (id: number) => `/posts/${id}/holders`,
  appoint: (id: number) => `/posts/${id}/appoint`,
  end: (holding: number) => `/holdings/${holding}/end`,
  correct: (holding: number) => `/holdings/${holding}/correct`,
};

/** The number an address means; null for what is none. */
export function idFromPath(segment: string): number | null {
  return /^[1-9]\d{0,14}$/.test(segment) ? Number(segment) : null;
}
