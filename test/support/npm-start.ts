import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real program, as `npm start` starts it. */
export interface Started {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly said: () => string;
  /** The printed address, once it is there. */
  readonly address: Promise<string>;
  readonly ended: Promise<number | null>;
}

/** Runs `npm start -- <wishes>` on a data folder and a free port. */
export function start(
  wishes: readonly string[],
  environment: Readonly<Record<string, string>> & { readonly THROUGHLINE_DATA: string },
): Started {
  return run(['bin/start.mjs', ...wishes], environment);
}

/** Runs `npx throughline <words>` to its end, and gives what it printed. */
export async function throughline(
  words: readonly string[],
  environment: Readonly<Record<string, string>> & { readonly THROUGHLINE_DATA: string },
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { child, said } = run(['bin/throughline.mjs', ...words], environment);
  const [code] = await once(child, 'close');
  return { code: code as number | null, said: said() };
}

/** Stops it as Ctrl and C would. */
export async function stop({ child, ended }: Started): Promise<number | null> {
  child.kill('SIGINT');
  return ended;
}

function run(args: readonly string[], environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...environment },
  });
  let text = '';
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const address = new Promise<string>((found, lost) => {
    const listen = (chunk: Buffer) => {
      text += chunk.toString();
      const match = /is at (http:\S+)/.exec(text);
      if (match?.[1] !== undefined) found(match[1]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => lost(new Error(text)));
  });
  address.catch(() => undefined);
  return { child, said: () => text, address, ended };
}
