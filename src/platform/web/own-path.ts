/** Whether an address is a path of our own: not `//elsewhere`, nor `/\elsewhere`, nor a whole address. */
export function isOwnPath(address: string): boolean {
  return /^\/(?![/\\])[^\r\n]*$/.test(address);
}
