import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openWarmThread } from '../threads/warm-thread.ts';
import { typstWorkerSource } from './typst-worker.ts';

/** What the worker is asked to set: a Typst program, its data, and the second of 1970 to write as creation time. */
export interface TypesettingJob {
  readonly source: string;
  readonly data: string;
  readonly timestamp: number;
}

export type Typeset =
  | { readonly kind: 'set'; readonly pdf: Uint8Array; readonly pages: number }
  /** The compiler would not: what it said. Either the template is wrong or a character has no glyph. */
  | { readonly kind: 'refused'; readonly words: string };

/** A worker thread that sets type, kept warm. Made by `openTypesetter`; whoever opens it closes it. */
export interface Typesetter {
  set(job: TypesettingJob): Promise<Typeset>;
  /** Ends the thread. Papers still being set are given up. */
  close(): Promise<void>;
}

interface Reply {
  readonly pdf?: Uint8Array;
  readonly pages?: number;
  readonly failure?: string;
}

/**
 * After a paper this long the thread is ended, because the compiler keeps what it used: 225 pages leave it with 850 MB,
 * which the next paper of five pages has no use for.
 */
const pagesThatFillMemory = 150;

const require = createRequire(import.meta.url);

/** Opens a typesetter. The thread starts with the first paper (about a fifth of a second) and stays. */
export function openTypesetter(): Typesetter {
  const thread = openWarmThread<TypesettingJob, Reply>({
    source: typstWorkerSource,
    workerData: pressWorkerData(),
    stopped: 'The typesetter stopped before the paper was set',
    isFull: ({ pages = 0 }) => pages > pagesThatFillMemory,
  });
  return { set: async (job) => outcomeOf(await thread.ask(job)), close: thread.close };
}

function outcomeOf({ pdf, pages, failure }: Reply): Typeset {
  return pdf === undefined || pages === undefined
    ? { kind: 'refused', words: failure ?? 'The compiler gave no reason' }
    : { kind: 'set', pdf, pages };
}

function pressWorkerData(): { compiler: string; workspace: string; fonts: string[] } {
  const family = '@expo-google-fonts/atkinson-hyperlegible-next';
  const faces = ['400Regular', '600SemiBold', '700Bold'];
  const folder = dirname(require.resolve(`${family}/package.json`));
  return {
    compiler: require.resolve('@myriaddreamin/typst-ts-node-compiler'),
    // A folder that holds fonts and nothing of ours: were the template ever to read a file, it could read no other.
    workspace: folder,
    fonts: faces.map((face) => join(folder, face, `AtkinsonHyperlegibleNext_${face}.ttf`)),
  };
}
