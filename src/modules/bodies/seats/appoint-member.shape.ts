import type { PlainDay } from '../../../platform/time/plain-day.ts';

export type AppointMember =
  | { readonly kind: 'appointed'; readonly body: string; readonly seat: string }
  | { readonly kind: 'no-such-seat' }
  | { readonly kind: 'no-such-person' }
  | { readonly kind: 'ends-before-it-begins' }
  /** The seat goes with a post: whoever holds the post sits in it. */
  | { readonly kind: 'goes-with-a-post'; readonly post: string }
  /** The seat is not there for all of these days. */
  | { readonly kind: 'outside-the-seat'; readonly begins: PlainDay; readonly ends: PlainDay | null }
  | {
      readonly kind: 'sits-already';
      readonly seat: string;
      readonly from: PlainDay;
      readonly until: PlainDay | null;
    }
  | { readonly kind: 'no-free-place'; readonly places: number; readonly held: readonly string[] }
  | { readonly kind: 'no-substitutes' }
  /** A chair taken from among the members must be one. */
  | { readonly kind: 'chair-not-a-member'; readonly body: string };
