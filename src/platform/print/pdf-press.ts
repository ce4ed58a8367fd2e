import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
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
  readonly id: number;
  readonly pdf?: Uint8Array;
  readonly pages?: number;
  readonly failure?: string;
}

interface Waiting {
  readonly resolve: (result: Typeset) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * After a paper this long the thread is ended, because the compiler keeps what it used: 225 pages leave it with 850 MB,
 * which the next paper of five pages has no use for.
 */
const pagesThatFillMemory = 150;

const require = createRequire(import.meta.url);

/**
 * Opens a typesetter. The thread starts with the first paper (about a fifth of a second) and stays, without keeping
 * the program alive while nothing is being set. Should it fall over, the papers in hand fail and the next one starts
 * a new thread.
 */
export function openTypesetter(): Typesetter {
  let worker: Worker | null = null;
  let nextId = 0;
  const waiting = new Map<number, Waiting>();

  const giveUp = (fallen: Worker, reason: Error): void => {
    if (worker !== fallen) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  const rest = (idle: Worker, pages: number): void => {
    idle.unref();
    if (pages <= pagesThatFillMemory) return;
    worker = null;
    void idle.terminate();
  };

  const start = (): Worker => {
    const started = new Worker(typstWorkerSource, { eval: true, workerData: pressWorkerData() });
    started.on('message', (reply: Reply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) rest(started, reply.pages ?? 0);
      asked?.resolve(outcomeOf(reply));
    });
    started.on('error', (error) => giveUp(started, error));
    started.on('exit', () => giveUp(started, new Error('The typesetter stopped before the paper was set')));
    return started;
  };

  return {
    set(job) {
      worker ??= start();
      const press = worker;
      nextId += 1;
      const id = nextId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        press.ref();
        press.postMessage({ id, ...job }, []);
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
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
