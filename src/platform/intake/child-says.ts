/**
 * The first byte a child sends on its answer's channel, once it has loaded what is to do the work and before it has seen the
 * file. One that ends without it never began, and so the file has nothing to do with it.
 */
export const READY = '\n';
