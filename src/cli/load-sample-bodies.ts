import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  addOption,
  addOptionsPaper,
  bodiesBySlug,
  DUTIES,
  type Duty,
  StatedPaper,
  statePaper,
  stateProtocol,
  stateStatutoryPost,
} from '../modules/bodies/index.ts';
import { personNamedInFull, stateHolding } from '../modules/identity/index.ts';
import type { Actor } from '../modules/audit/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { parsePlainDay } from '../platform/time/plain-day.ts';

const duty = z.custom<Duty>((value) => typeof value === 'string' && Object.hasOwn(DUTIES, value));

const Accountability = z.object({
  statutoryPosts: z.array(
    z.object({
      duty,
      post: z.string(),
      holder: z.string().nullable(),
      paper: z.string(),
      place: z.string(),
    }),
  ),
  protocols: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      words: z.string(),
      origin: z.string().nullable(),
      paper: z.string(),
      place: z.string(),
      points: z.array(z.object({ title: z.string(), words: z.string() })),
      ties: z.array(
        z.object({
          body: z.string().nullable(),
          duty: duty.nullable(),
          accountability: z.enum(['holds', 'shares']).nullable(),
          words: z.string(),
          day: z.string().nullable(),
          paper: z.string(),
          place: z.string(),
        }),
      ),
    }),
  ),
});

const OptionsPaper = z.object({
  title: z.string(),
  paper: z.string(),
  question: z.string(),
  options: z.array(
    z.object({
      title: z.string(),
      words: z.string(),
      numbers: z.array(z.object({ place: z.string(), number: z.int() })),
      changes: z.array(
        z.object({
          kind: z.enum(['dissolve', 'rename', 'line']),
          body: z.string(),
          to: z.string().nullable(),
          words: z.string(),
        }),
      ),
    }),
  ),
});

/** Under which every elected member of the sample's council is known. */
const MEMBERS_POST = 'Member of the County Council';

const NOT_PAPERS = ['names.json', 'accountability.json', 'options-paper-2014.json'];

/** Brings in what the sample's papers say of bodies, in the order of the papers' days. */
export async function loadSampleBodies(tx: Tx, actor: Actor, folder: URL): Promise<void> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(name, folder), 'utf8'));
  const files = (await readdir(folder)).filter(
    (name) => name.endsWith('.json') && !NOT_PAPERS.includes(name),
  );
  const papers = await Promise.all(files.map(async (name) => StatedPaper.parse(await read(name))));
  const names = z.record(z.string(), z.string()).parse(await read('names.json'));
  const inOrder = papers.toSorted((one, other) =>
    `${one.paper.day} ${one.paper.key}` < `${other.paper.day} ${other.paper.key}` ? -1 : 1,
  );
  for (const paper of inOrder) await statePaper(tx, actor, { paper, names, membersPost: MEMBERS_POST });

  const byKey = new Map(papers.map(({ paper }) => [paper.key, paper]));
  const sourced = ({ paper: key, place }: { readonly paper: string; readonly place: string }) => {
    const paper = byKey.get(key);
    if (paper === undefined) throw new Error(`The sample has no paper ${key}`);
    return { source: paper.title, statedOn: paper.day, place };
  };
  const { statutoryPosts, protocols } = Accountability.parse(await read('accountability.json'));
  for (const post of statutoryPosts) {
    const said = sourced(post);
    await stateStatutoryPost(tx, actor, { ...said, duty: post.duty, post: post.post });
    if (post.holder === null) continue;
    const known = await personNamedInFull(tx, post.holder);
    await stateHolding(tx, {
      name: post.holder,
      jobTitle: post.post,
      interim: false,
      jobShare: false,
      statedOn: said.statedOn,
      source: said.source,
      ...(known === undefined ? {} : { personId: known }),
    });
  }
  for (const protocol of protocols)
    await stateProtocol(tx, actor, {
      ...protocol,
      ...sourced(protocol),
      ties: protocol.ties.map((tie) => ({
        ...tie,
        ...sourced(tie),
        day: tie.day === null ? null : parsePlainDay(tie.day),
      })),
    });
  await loadOptions(tx, actor, OptionsPaper.parse(await read('options-paper-2014.json')), sourced);
}

async function loadOptions(
  tx: Tx,
  actor: Actor,
  paper: z.output<typeof OptionsPaper>,
  sourced: (of: { paper: string; place: string }) => {
    source: string;
    statedOn: StatedPaper['paper']['day'];
  },
): Promise<void> {
  const { source, statedOn } = sourced({ paper: paper.paper, place: 'section 7' });
  const ids = await bodiesBySlug(tx);
  const idOf = (slug: string): number => {
    const id = ids.get(slug);
    if (id === undefined) throw new Error(`The sample has no body ${slug}`);
    return id;
  };
  const added = await addOptionsPaper(tx, actor, {
    title: paper.title,
    question: paper.question,
    asAt: statedOn,
    source,
    statedOn,
  });
  for (const { title, words, numbers, changes } of paper.options)
    await addOption(tx, actor, added, {
      title,
      words,
      numbers,
      changes: changes.map((change) => ({
        kind: change.kind,
        bodyId: idOf(change.body),
        toBodyId: change.kind === 'line' && change.to !== null ? idOf(change.to) : null,
        newName: change.kind === 'rename' ? change.to : null,
        relation: change.kind === 'line' ? ('works-with' as const) : null,
        words: change.words,
      })),
    });
}
