import type { RouteFact, WebServer } from '../../../src/platform/web/index.ts';
import { addresses } from './addresses.ts';
import { type Ask, ask, type FormToken, formToken, type Reader } from './asking.ts';
import { type Difference, differences } from './differences.ts';
import { normalAnswer, type RawAnswer } from './normal-answer.ts';
import { formsThatProbe, oddRequests } from './odd-requests.ts';
import { type Escaped, saidIn, wordsIn } from './planted-words.ts';
import { AUDITOR, ELSEWHERE, OVER, PERSONAS, THE_PUBLIC } from './readers.ts';
import { openWorld, type RunningWorld } from './running-world.ts';
import type { World, WorldName } from './world.ts';

/** What was asked for and what came of it. */
export interface Compared {
  readonly requests: number;
  readonly differences: readonly Difference[];
  readonly escaped: readonly Escaped[];
}

/** How many addresses are asked for at once. */
const AT_ONCE = 4;

/** Two worlds and the comparison of what they answer. */
export class TwoWorlds {
  readonly #worlds: readonly [RunningWorld, RunningWorld];
  readonly #tokens = new Map<string, Promise<FormToken>>();

  /**
   * @param addRoutes adds further routes, to see that the comparison finds what they give away
   */
  static async open(
    addRoutes: (server: WebServer, world: World) => void = () => undefined,
  ): Promise<TwoWorlds> {
    const now = new Date();
    const open = (name: WorldName) => openWorld(name, now, addRoutes);
    return new TwoWorlds([await open('A'), await open('B')]);
  }

  private constructor(worlds: readonly [RunningWorld, RunningWorld]) {
    this.#worlds = worlds;
  }

  get routes(): readonly RouteFact[] {
    return this.#worlds[0].server.listRoutes();
  }

  get worlds(): readonly [World, World] {
    return [this.#worlds[0].world, this.#worlds[1].world];
  }

  /** Everything a reader can ask for: every route with every address, HEAD, 304, errors, and forms with and without a token. */
  async compare(reader: Reader): Promise<Compared> {
    const gets = this.routes.filter(({ method }) => method === 'GET');
    const posts = this.routes.filter(({ method }) => method === 'POST');
    const results = [
      ...(await this.#each(gets, (route) => this.compareAddresses(reader, route.path))),
      ...(await this.#each(oddRequests, (request) => this.#compareOne(reader, () => request))),
      ...(await this.#each(
        posts.filter(({ path }) => path !== '/sign-out'),
        (route) => this.#compareForms(reader, route.path),
      )),
      await this.#compareProbes(reader),
      // Last, since it ends the session.
      await this.#compareForms(reader, '/sign-out'),
    ];
    return together(results);
  }

  /** One route's pages with all their addresses. */
  async compareAddresses(reader: Reader, path: string): Promise<Compared> {
    const { of, isDear } = addresses.of(path);
    const results: Compared[] = [];
    for (const address of of) {
      const get = await this.#compareOne(reader, (world) => ({ method: 'GET', url: address(world) }));
      results.push(get);
      if (isDear || reader.isThorough !== true) continue;
      const { isRandom, marks } = get;
      results.push(
        await this.#compareOne(reader, (world) => ({ method: 'HEAD', url: address(world) }), { isRandom }),
      );
      results.push(
        await this.#compareOne(
          reader,
          (world) => ({
            method: 'GET',
            url: address(world),
            headers: { 'if-none-match': marks[world.name] ?? '' },
          }),
          { isRandom },
        ),
      );
    }
    return together(results);
  }

  /** How a page answers a reader in both worlds, to see that who is meant to be signed in is. */
  async statusOf(reader: Reader, url: string): Promise<readonly number[]> {
    const answers = this.#worlds.map(({ world, server }) =>
      ask(server.app, world, reader, { method: 'GET', url }),
    );
    return (await Promise.all(answers)).map(({ status }) => status);
  }

  /**
   * Every answer that caches may share is one and the same for whoever may be given it: asked for again from elsewhere by
   * another browser it is the same to the last byte, it holds nothing that was made for one browser, and nobody who sends
   * a cookie of ours, be they signed in or not, is given or gives one.
   */
  async sharedByCaches(): Promise<{ readonly shared: number; readonly wrong: readonly string[] }> {
    const wrong: string[] = [];
    let shared = 0;
    const [persona = OVER] = PERSONAS;
    const gets = this.routes.filter(({ method, access }) => method === 'GET' && access === 'public');
    await this.#each(gets, async ({ path }) => {
      const { of, isDear } = addresses.of(path);
      for (const { world, server } of this.#worlds)
        for (const address of of) {
          const url = address(world);
          const get = (who: Reader, headers: Readonly<Record<string, string>> = {}) =>
            ask(server.app, world, who, { method: 'GET', url, headers });
          const first = await get(THE_PUBLIC);
          if (!isShared(first)) continue;
          shared += 1;
          if (/name="_csrf"|&quot;challenge&quot;/.test(first.body.toString('latin1')))
            wrong.push(`${url} in world ${world.name} holds what was made for one browser`);
          for (const reader of isDear ? [OVER] : [OVER, persona])
            if (isShared(await get(reader)))
              wrong.push(`${url} in world ${world.name} as given to ${reader.who} may be shared`);
          if (isDear) continue;
          const again = await get(ELSEWHERE, { 'user-agent': 'Another', 'accept-language': 'cy' });
          const isSame = isShared(again) && first.body.equals(again.body);
          if (!isSame) wrong.push(`${url} in world ${world.name} is another from elsewhere`);
        }
      return together([]);
    });
    return { shared, wrong };
  }

  /** Words that are kept from an auditor too, in what an auditor is shown: they read the trail, so no bytes are compared. */
  async wordsShownToAuditors(): Promise<readonly Escaped[]> {
    const escaped: Escaped[] = [];
    for (const { world, server } of this.#worlds)
      for (const { path } of this.routes.filter(({ method }) => method === 'GET'))
        for (const address of addresses.of(path).of) {
          const url = address(world);
          const answer = await ask(server.app, world, AUDITOR, { method: 'GET', url });
          const asked = { method: 'GET', url } as const;
          escaped.push(...wordsIn(world, AUDITOR, { asked, answer, toAuditor: true }));
        }
    return escaped;
  }

  /** Planted words in anything the programs logged so far. */
  wordsLogged(): readonly string[] {
    return this.#worlds.flatMap(({ world, log }) => {
      const text = log();
      return world.words.filter(({ word }) => text.includes(word)).map(({ what }) => what);
    });
  }

  /** How many lines were logged, to see that something was. */
  get linesLogged(): number {
    return this.#worlds.reduce((lines, { log }) => lines + log().split('\n').length - 1, 0);
  }

  async close(): Promise<void> {
    for (const { server, database } of this.#worlds) {
      await server.app.close();
      await database.close();
    }
  }

  async #compareForms(reader: Reader, path: string): Promise<Compared> {
    const results: Compared[] = [];
    for (const address of addresses.of(path).of)
      results.push(
        await this.#compareOne(reader, (world) => ({ method: 'POST', url: address(world), form: {} })),
        await this.#compareOne(reader, (world) => ({ method: 'POST', url: address(world), form: {} }), {
          withToken: true,
        }),
      );
    return together(results);
  }

  async #compareProbes(reader: Reader): Promise<Compared> {
    const results: Compared[] = [];
    const probes = formsThatProbe(this.worlds[0]).length;
    for (let index = 0; index < probes; index += 1)
      results.push(
        await this.#compareOne(reader, (world) => formsThatProbe(world)[index] as Ask, { withToken: true }),
      );
    return together(results);
  }

  async #compareOne(
    reader: Reader,
    request: (world: World) => Ask,
    { isRandom, withToken = false }: { readonly isRandom?: boolean; readonly withToken?: boolean } = {},
  ): Promise<
    Compared & {
      readonly isRandom: boolean;
      readonly marks: Readonly<Partial<Record<WorldName, string>>>;
    }
  > {
    const escaped: Escaped[] = [];
    const marks: Partial<Record<WorldName, string>> = {};
    const answers = await Promise.all(
      this.#worlds.map(async ({ world, server }) => {
        const asked = withToken
          ? await this.#withToken(server, world, reader, request(world))
          : request(world);
        const raw = await ask(server.app, world, reader, asked);
        escaped.push(...wordsIn(world, reader, { asked, answer: raw, toAuditor: false }));
        const mark = raw.headers.get('etag')?.[0];
        if (mark !== undefined) marks[world.name] = mark;
        return normalAnswer(raw, {
          world,
          said: saidIn(asked),
          head: isRandom === undefined ? undefined : { isRandom },
        });
      }),
    );
    const [a, b] = answers;
    if (a === undefined || b === undefined) throw new Error('There are two worlds');
    const { method, url } = request(this.worlds[0]);
    const asked = { who: reader.who, request: `${method} ${url}${withToken ? ' with a token' : ''}` };
    return {
      requests: 1,
      differences: differences(asked, a, b),
      escaped,
      isRandom: a.isRandom,
      marks,
    };
  }

  /** The form with a token, which a reader gets once in each world. */
  async #withToken({ app }: WebServer, world: World, reader: Reader, request: Ask): Promise<Ask> {
    const key = `${world.name} ${reader.who}`;
    const known = this.#tokens.get(key) ?? formToken(app, world, reader);
    this.#tokens.set(key, known);
    const { token, cookie } = await known;
    return { ...request, headers: { ...request.headers, cookie }, form: { ...request.form, _csrf: token } };
  }

  async #each<Item>(
    items: readonly Item[],
    act: (item: Item) => Promise<Compared>,
  ): Promise<readonly Compared[]> {
    const waiting = [...items];
    const results: Compared[] = [];
    const work = async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
        results.push(await act(item));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return results;
  }
}

function isShared({ headers }: RawAnswer): boolean {
  return headers.get('cache-control')?.some((one) => one.includes('public')) === true;
}

function together(results: readonly Compared[]): Compared {
  return {
    requests: results.reduce((sum, { requests }) => sum + requests, 0),
    differences: results.flatMap((one) => one.differences),
    escaped: results.flatMap((one) => one.escaped),
  };
}
