const LENGTH = 4;

/** What a child is to do, and the file it is to do it with. */
export interface Framed {
  /** Plain values: they travel as JSON. */
  readonly job: unknown;
  readonly bytes: Uint8Array;
}

/** A piece of work and its file as one run of bytes: the length of the job, the job as JSON, the file. */
export function frame({ job, bytes }: Framed): Uint8Array[] {
  const said = Buffer.from(JSON.stringify(job), 'utf8');
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(said.length);
  return [length, said, bytes];
}

/** The work and its file out of what `frame` made. */
export function unframe(bytes: Buffer): Framed {
  const end = LENGTH + bytes.readUInt32BE(0);
  return { job: JSON.parse(bytes.toString('utf8', LENGTH, end)), bytes: bytes.subarray(end) };
}
