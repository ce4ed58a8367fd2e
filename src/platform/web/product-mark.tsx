import type { JSX } from 'preact';

/** The mark of the product: a thread through three stops, the last one reached. */
export function ProductMark(): JSX.Element {
  return (
    <svg class="tl-product-mark" viewBox="0 0 44 16" aria-hidden="true" focusable="false">
      <path class="tl-product-mark__line" d="M1 8h42" />
      <path class="tl-product-mark__open" d="M9 3l5 5-5 5-5-5z" />
      <circle class="tl-product-mark__open" cx="23" cy="8" r="4.2" />
      <circle class="tl-product-mark__full" cx="37" cy="8" r="5" />
    </svg>
  );
}
