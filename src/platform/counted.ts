/** A number with its word, in the singular for one: "1 action", "3 actions", "1,200 actions". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
