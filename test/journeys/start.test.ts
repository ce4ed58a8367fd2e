import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'throughline start '));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly said: () => string;
  /** The printed address, once it is there. */
  readonly address: Promise<string>;
  readonly ended: Promise<number | null>;
}

function start(wishes: readonly string[], environment: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, ['bin/start.mjs', ...wishes], {
    cwd: root,
    env: {
      ...process.env,
      THROUGHLINE_DATA: path.join(folder, 'data'),
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...environment,
    },
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

async function stop({ child, ended }: Started): Promise<number | null> {
  child.kill('SIGINT');
  return ended;
}

describe('npm start', () => {
  it('makes a database, loads the sample, says each step and answers; later it starts from what is there', async () => {
    const first = start([]);
    const address = await first.address;
    expect(first.said()).toContain('Creating the database');
    expect(first.said()).toContain('Loaded the sample');
    expect(await (await fetch(address)).text()).toContain('Putting Children First');
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' });
    expect(await stop(first)).toBe(0);

    const later = start([]);
    const again = await later.address;
    expect(later.said()).not.toContain('Creating the database');
    expect(await (await fetch(`${again}/plan/kent-2011/action/2.1.3`)).text()).toContain('2.1.3');
    expect(await stop(later)).toBe(0);
  });

  it('starts again after it was killed in the middle', async () => {
    const killed = start([]);
    await killed.address;
    // With no time to tidy up: the program under it and its database are left behind.
    killed.child.kill('SIGKILL');
    await killed.ended;
    const again = start([]);
    expect(await (await fetch(await again.address)).text()).toContain('Putting Children First');
    expect(await stop(again)).toBe(0);
  });

  it('starts with no data when asked to', async () => {
    const empty = start(['--empty'], { THROUGHLINE_DATA: path.join(folder, 'empty') });
    expect(await (await fetch(await empty.address)).text()).toContain('Bring in your improvement plan');
    expect(await stop(empty)).toBe(0);
  });

  it('says what to do when something else answers on the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const refused = start([], { PORT: String(port) });
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain(`Something else answers on port ${port} already`);
    other.close();
  });

  it('refuses to listen beyond this machine until there is a sign-in, with every problem at once', async () => {
    const refused = start([], { HOST: '0.0.0.0', THROUGHLINE_BRAND_COLOUR: 'blue' });
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain('HOST must be this machine alone');
    expect(refused.said()).toContain('THROUGHLINE_BRAND_COLOUR');
  });
});
