/** What a person decided about two records: one person, two people, or open again after all. */
export type Verdict = 'same' | 'different' | 'open';

/** The newest decision about a pair of records. */
export interface Judgement {
  readonly personId: number;
  readonly otherId: number;
  readonly verdict: Verdict;
}

/** Which records are one person, by the decisions in force. A record nobody joined is a person by itself. */
export class JoinedPeople {
  readonly #parents = new Map<number, number>();
  readonly #members = new Map<number, number[]>();
  readonly #apart: readonly Judgement[];

  constructor(judgements: readonly Judgement[]) {
    for (const { personId, otherId, verdict } of judgements)
      if (verdict === 'same') this.#join(personId, otherId);
    for (const id of this.#parents.keys()) {
      const lead = this.lead(id);
      this.#members.set(
        lead,
        [...(this.#members.get(lead) ?? []), id].sort((a, b) => a - b),
      );
    }
    this.#apart = judgements.filter(({ verdict }) => verdict === 'different');
  }

  /** The record that stands for all of a person's: the oldest. */
  lead(id: number): number {
    let at = id;
    for (let up = this.#parents.get(at); up !== undefined && up !== at; up = this.#parents.get(at)) at = up;
    return at;
  }

  /** All records of the person this one is of, itself among them, the oldest first. */
  recordsOf(id: number): readonly number[] {
    return this.#members.get(this.lead(id)) ?? [id];
  }

  areOne(one: number, other: number): boolean {
    return this.lead(one) === this.lead(other);
  }

  /** A decision that keeps the two persons apart, where any of their records were found to be two people's. */
  keptApart(one: number, other: number): Judgement | undefined {
    const [a, b] = [this.lead(one), this.lead(other)];
    return this.#apart.find(({ personId, otherId }) => {
      const [x, y] = [this.lead(personId), this.lead(otherId)];
      return (x === a && y === b) || (x === b && y === a);
    });
  }

  /** The older record leads, whoever joined whom first. */
  #join(one: number, other: number): void {
    for (const id of [one, other]) if (!this.#parents.has(id)) this.#parents.set(id, id);
    const [a, b] = [this.lead(one), this.lead(other)];
    this.#parents.set(Math.max(a, b), Math.min(a, b));
  }
}
