import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, event, said, seat } from '../../../test/support/said-of-bodies.ts';
import { compareDays, type ComparedBody } from './structure/compare-days.rule.ts';
import { governanceDiagram } from './structure/governance-diagram.rule.ts';
import { likelyNames } from './life/likely-names.rule.ts';
import { circleClosedBy, type Line, linesOn } from './lines/lines.rule.ts';
import { consequencesOf } from './options/options.rule.ts';
import { readOptionChanges } from './options/read-option-changes.rule.ts';
import { breakOf } from './accountability/statutory-posts.rule.ts';
import { compareTerms } from './terms/terms.rule.ts';
import { seatsOn } from './seats/seats.rule.ts';

function line(fromId: number, relation: Line['relation'], toId: number, rest: Partial<Line> = {}): Line {
  return {
    ...said('2011-03-30'),
    id: fromId * 100 + toId,
    fromId,
    toId,
    relation,
    detail: null,
    from: null,
    until: null,
    ...rest,
  };
}

describe('lines', () => {
  it('stand once, the firmest first, with the detail any of them gives', () => {
    const found = linesOn(
      [
        line(1, 'reports-to', 2, { weight: 'proposed', detail: 'Quarterly' }),
        line(1, 'reports-to', 2, { weight: 'stated' }),
      ],
      day('2011-04-01'),
    );
    expect(found).toMatchObject([{ weight: 'stated', detail: 'Quarterly' }]);
  });

  it.each([
    ['none', [line(1, 'part-of', 2)], line(3, 'part-of', 1), null],
    ['of two', [line(1, 'part-of', 2)], line(2, 'part-of', 1), [2, 1, 2]],
    ['of three', [line(1, 'part-of', 2), line(2, 'part-of', 3)], line(3, 'part-of', 1), [3, 1, 2, 3]],
    ['of another relation', [line(1, 'reports-to', 2)], line(2, 'part-of', 1), null],
  ])('close a circle: %s', (_, lines, added, circle) => {
    expect(circleClosedBy(lines, added)).toEqual(circle);
  });
});

describe('two days compared', () => {
  const body = (slug: string, life: ComparedBody['life'], name = slug): ComparedBody => ({
    slug,
    name,
    life,
  });
  const there = (since: string | null) =>
    ({
      kind: 'in-being',
      since: since === null ? null : { day: day(since), exactness: 'day' as const },
      lastNamed: null,
    }) as const;

  it('tell what was set up, proposed, renamed, ended, first named and rewired', () => {
    const differences = compareDays(
      {
        bodies: [
          body('panel', { kind: 'proposed', since: day('2011-03-30') }),
          body('champions', there(null)),
          body('posc', there(null), 'Old name'),
        ],
        lines: [{ from: 'champions', relation: 'reports-to', to: 'posc' }],
      },
      {
        bodies: [
          body('panel', there('2011-04-06')),
          body('champions', { kind: 'ended', event: event('dissolved', '2011-04-06', '2011-04-06') }),
          body('posc', there(null), 'New name'),
          body('ofsted', there(null)),
          body('forum', { kind: 'proposed', since: day('2011-04-06') }),
        ],
        lines: [{ from: 'panel', relation: 'reports-to', to: 'posc' }],
      },
    );
    expect(differences.setUp.map(({ slug }) => slug)).toEqual(['panel']);
    expect(differences.ended.map(({ slug }) => slug)).toEqual(['champions']);
    expect(differences.renamed.map(({ after }) => after.name)).toEqual(['New name']);
    expect(differences.firstNamed.map(({ slug }) => slug)).toEqual(['ofsted']);
    expect(differences.proposed.map(({ slug }) => slug)).toEqual(['forum']);
    expect(differences.linesDrawn).toEqual([{ from: 'panel', relation: 'reports-to', to: 'posc' }]);
    expect(differences.linesGone).toEqual([{ from: 'champions', relation: 'reports-to', to: 'posc' }]);
  });
});

describe('the diagram', () => {
  const drawn = (id: number, life: ComparedBody['life']) => ({
    id,
    slug: `body-${id}`,
    name: `Body ${id}`,
    kind: 'board' as const,
    life,
    isRestricted: false,
  });

  it('draws what is there or proposed, leaves out what is only presumed, and says how much', () => {
    const structure = {
      bodies: [
        drawn(1, { kind: 'in-being', since: null, lastNamed: null }),
        drawn(2, { kind: 'proposed', since: day('2011-03-30') }),
        drawn(3, { kind: 'presumed', lastNamed: day('2007-11-26') }),
        drawn(4, { kind: 'ended', event: event('dissolved', '2011-01-01', '2011-01-01') }),
        drawn(5, { kind: 'in-being', since: null, lastNamed: null }),
      ],
      lines: [line(1, 'reports-to', 2), line(3, 'informs', 1), line(4, 'informs', 1)],
    };
    const wishes = { day: day('2011-03-30'), hrefOf: (slug: string) => `/bodies/${slug}` };
    const plain = governanceDiagram(structure, { ...wishes, withPresumed: false });
    expect(plain.diagram.nodes.map(({ id, look }) => [id, look])).toEqual([
      ['body-1', undefined],
      ['body-2', 'proposed'],
    ]);
    expect(plain.withoutLine.map(({ id }) => id)).toEqual([5]);
    expect(plain.leftOut).toBe(2);
    const whole = governanceDiagram(structure, { ...wishes, withPresumed: true });
    expect(whole.diagram.nodes).toHaveLength(3);
    expect(whole.leftOut).toBe(0);
    // What somebody drew is shown with both its ends, however long no paper named one of them.
    const kept = { ...structure, lines: [line(1, 'informs', 3, { byPaper: false })] };
    const drawnToo = governanceDiagram(kept, { ...wishes, withPresumed: false });
    expect(drawnToo.diagram.nodes.map(({ id, look }) => [id, look])).toEqual([
      ['body-1', undefined],
      ['body-3', 'faint'],
    ]);
  });
});

describe('terms of reference side by side', () => {
  const clause = (number: string, text: string) => ({ number, text, place: null });

  it('finds each clause in the other version wherever it stands, and marks the words that differ', () => {
    const older = [clause('1', 'Agree the plan each year'), clause('2', 'Report to Cabinet every quarter')];
    const newer = [
      clause('1', 'Report to Council every quarter'),
      clause('2', 'Agree the plan each year'),
      clause('3', 'Hear from foster carers'),
    ];
    const found = compareTerms(older, newer);
    expect(found.map(({ kind, older: before }) => [kind, before?.number ?? null])).toEqual([
      ['changed', '2'],
      ['same', '1'],
      ['new', null],
    ]);
    expect(found[0]?.pieces.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: 'Cabinet' },
      { kind: 'new', text: 'Council' },
    ]);
    expect(compareTerms(newer, older).at(-1)?.kind).toBe('gone');
  });

  it('loses no clause of either, whatever they say', () => {
    const clauses = fc.array(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 6 });
    fc.assert(
      fc.property(clauses, clauses, (one, other) => {
        const [older, newer] = [one, other].map((texts) =>
          texts.map((text, index) => clause(String(index + 1), text)),
        ) as [ReturnType<typeof clause>[], ReturnType<typeof clause>[]];
        const found = compareTerms(older, newer);
        expect(found.flatMap((difference) => difference.newer ?? [])).toEqual(newer);
        expect(new Set(found.flatMap((difference) => difference.older ?? []))).toEqual(new Set(older));
      }),
    );
  });
});

describe('an option', () => {
  const bodies = [
    { id: 1, name: 'Improvement Panel' },
    { id: 2, name: 'Corporate Parenting Panel' },
    { id: 3, name: 'County Council' },
  ];

  it('is read line by line', () => {
    const { changes, problems } = readOptionChanges(
      'Dissolve the improvement panel\nRename Corporate Parenting Panel to Parents’ Panel\nMerge Improvement Panel into Corporate Parenting Panel\nCorporate Parenting Panel reports to County Council',
      bodies,
    );
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([
      { kind: 'dissolve', bodyId: 1 },
      { kind: 'rename', bodyId: 2, newName: 'Parents’ Panel' },
      { kind: 'merge', bodyId: 1, toBodyId: 2 },
      { kind: 'line', bodyId: 2, toBodyId: 3, relation: 'reports-to' },
    ]);
  });

  it.each([
    [
      'Dissolve Improvment Panel',
      'Line 1: no body is called “Improvment Panel”. Did you mean Improvement Panel?',
    ],
    ['Dissolve Planning', 'Line 1: no body is called “Planning”'],
    ['Abolish it', 'must begin with Dissolve, Rename or Merge'],
  ])('says what cannot be read: %s', (text, sentence) => {
    expect(readOptionChanges(text, bodies).problems.join(' ')).toContain(sentence);
  });

  it('costs every seat, duty and report of a body that goes', () => {
    const body = (id: number, name: string, duties: readonly string[]) => ({
      id,
      slug: name,
      name,
      seats: seatsOn([seat('Member', '2011-03-30', { places: 8 })], day('2011-03-30')),
      duties: duties.map((text, index) => ({ number: String(index + 1), text, place: null })),
    });
    const today = {
      bodies: [
        body(1, 'panel', ['Watch the plan', 'Hear members']),
        body(2, 'group', []),
        body(3, 'council', []),
      ],
      lines: [line(2, 'supports', 1), line(1, 'reports-to', 3), line(3, 'appoints', 1)],
    };
    const ends = {
      kind: 'dissolve',
      bodyId: 1,
      toBodyId: null,
      newName: null,
      relation: null,
      words: '',
    } as const;
    const gone = consequencesOf(today, [ends]);
    expect(gone.seatsLost).toHaveLength(1);
    expect(gone.dutiesLost.map(({ duty }) => duty.text)).toEqual(['Watch the plan', 'Hear members']);
    expect(gone.readersLost.map(({ from }) => from.name)).toEqual(['group']);
    expect(gone.reportsLost.map(({ to }) => to.name)).toEqual(['council']);
    const merged = consequencesOf(today, [{ ...ends, kind: 'merge', toBodyId: 2 }]);
    expect(merged.dutiesLost).toEqual([]);
    expect(merged.dutiesPassed).toHaveLength(2);
    expect(consequencesOf(today, [])).toMatchObject({ seatsLost: [], dutiesLost: [], readersLost: [] });
  });
});

describe('names that are misspelt', () => {
  const known = [
    { names: ['Corporate Parenting Panel', 'CPP'] },
    { names: ['Planning Applications Committee'] },
    { names: ['Regulation Committee'] },
  ];
  it.each([
    ['Corporate Parentng Panel', 'Corporate Parenting Panel'],
    ['planning committee', 'Planning Applications Committee'],
    ['The Regulation Commitee', 'Regulation Committee'],
  ])('are likely to mean: %s', (typed, name) => {
    expect(likelyNames(typed, known)[0]?.names[0]).toBe(name);
  });
  it('may mean nothing', () => {
    expect(likelyNames('Highways', known)).toEqual([]);
    expect(likelyNames('', known)).toEqual([]);
  });
});

describe('the line of accountability', () => {
  const post = { id: 1, title: 'Director' };
  it.each([
    [[], [], 'no-post'],
    [[post], [], 'vacant'],
    [[post], [{ leadId: 5, postId: 1 }], null],
    [[post, { id: 2, title: 'Other' }], [{ leadId: 5, postId: 1 }], 'two-posts'],
    [
      [post],
      [
        { leadId: 5, postId: 1 },
        { leadId: 6, postId: 1 },
      ],
      'two-holders',
    ],
  ] as const)('with %j held by %j: %s', (posts, holders, is) => {
    expect(breakOf({ duty: 'dcs', posts, holders })).toBe(is);
  });
});
