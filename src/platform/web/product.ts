/** The name of the product, as it stands on every page. */
export const PRODUCT = 'Throughline';
