import { Worker } from 'node:worker_threads';

/** A thread that does one kind of work, kept warm between two pieces of it. Whoever opens it closes it. */
export interface WarmThread<Job, Reply> {
  readonly ask: (job: Job) => Promise<Reply>;
  /** Ends the thread. Work in hand is given up. */
  readonly close: () => Promise<void>;
}

export interface ThreadToOpen<Reply> {
  /**
   * The whole program of the thread, as source: a thread cannot load TypeScript where the program runs from its sources,
   * nor know where a bundle put its files. In: `{ id, ...job }`. Out: `{ id, ...reply }`.
   */
  readonly source: string;
  readonly workerData: object;
  /** What to say of work in hand when the thread falls over. */
  readonly stopped: string;
  /** Whether it must be ended after this reply, where a piece of work leaves memory behind that the next has no use for. */
  readonly isFull?: (reply: Reply) => boolean;
}

interface Waiting<Reply> {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Opens a thread that starts with the first piece of work and stays, without keeping the program alive while there is none.
 * Should it fall over, the work in hand fails and the next piece starts a new thread.
 */
export function openWarmThread<Job extends object, Reply>({
  source,
  workerData,
  stopped,
  isFull = () => false,
}: ThreadToOpen<Reply>): WarmThread<Job, Reply> {
  let worker: Worker | null = null;
  let nextId = 0;
  const waiting = new Map<number, Waiting<Reply>>();

  const giveUp = (fallen: Worker, reason: Error): void => {
    if (worker !== fallen) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  const rest = (idle: Worker, isToEnd: boolean): void => {
    idle.unref();
    if (!isToEnd) return;
    worker = null;
    void idle.terminate();
  };

  const start = (): Worker => {
    const started = new Worker(source, { eval: true, workerData });
    started.on('message', ({ id, ...reply }: Reply & { readonly id: number }) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      const answer = reply as unknown as Reply;
      if (waiting.size === 0) rest(started, isFull(answer));
      asked?.resolve(answer);
    });
    started.on('error', (error) => giveUp(started, error));
    started.on('exit', () => giveUp(started, new Error(stopped)));
    return started;
  };

  return {
    ask(job) {
      worker ??= start();
      const thread = worker;
      nextId += 1;
      const id = nextId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        thread.ref();
        thread.postMessage({ id, ...job }, []);
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}
