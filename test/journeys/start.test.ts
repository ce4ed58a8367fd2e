import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start as startProgram, type Started, stop } from '../support/npm-start.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'throughline start '));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(wishes: readonly string[], environment: Readonly<Record<string, string>> = {}): Started {
  return startProgram(wishes, { THROUGHLINE_DATA: path.join(folder, 'data'), ...environment });
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
    expect(await (await fetch(await empty.address)).text()).toContain('The improvement plan will stand here');
    expect(await stop(empty)).toBe(0);
  });

  it('refuses to listen beyond this machine while nobody can sign in, and to show the sample there', async () => {
    const beyond = {
      HOST: '0.0.0.0',
      THROUGHLINE_URL: 'https://plan.loamshire.example',
      THROUGHLINE_TRUSTED_PROXIES: '10.0.0.5',
    };
    const sample = start([], beyond);
    expect(await sample.ended).toBe(1);
    expect(sample.said()).toContain('The sample is shown on this machine alone');
    const nobody = start(['--empty'], { ...beyond, THROUGHLINE_DATA: path.join(folder, 'empty') });
    expect(await nobody.ended).toBe(1);
    expect(nobody.said()).toContain('nobody can sign in to administer it yet');
    expect(nobody.said()).toContain('Set it up first');
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
    expect(refused.said()).toContain('HOST 0.0.0.0 can be reached from other machines. Set THROUGHLINE_URL');
    expect(refused.said()).toContain('nothing says how their connections are kept private');
    expect(refused.said()).toContain('THROUGHLINE_BRAND_COLOUR');
  });
});
