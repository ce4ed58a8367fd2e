export interface OddityRow {
  readonly kind: string;
  readonly ref: string | null;
  readonly place: string;
  readonly message: string;
  readonly proposal: string | null;
}
