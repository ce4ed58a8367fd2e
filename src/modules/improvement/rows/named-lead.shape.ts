export interface NamedLead {
  readonly slug: string;
  readonly name: string;
}
