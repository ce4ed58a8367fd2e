import { chartSvg } from '../charts/chart-svg.ts';
import { stateShapePicture } from '../charts/state-shape.tsx';
import { states } from '../charts/state-shapes.ts';
import { plainDay } from '../time/plain-day.ts';
import type { Block, Cell, PrintDocument } from './document.ts';

/**
 * A paper with one of everything, of a council that does not exist: for the tests, the benchmark, and anyone who wants
 * to see what a paper looks like.
 */
export function samplePaper(extra: readonly Block[] = []): PrintDocument {
  return {
    title: 'Progress of the improvement plan',
    language: 'en-GB',
    linkBase: 'https://plan.loamshire.example',
    cover: {
      council: 'Loamshire County Council',
      by: ['A Person, Cabinet Member for Children', 'B Person, Director of Children’s Services'],
      to: ['Children’s Services Improvement Panel'],
      date: plainDay(2011, 5, 12),
      subject: 'Progress of the improvement plan as at 12 May 2011',
      classification: 'Unrestricted',
      summary: [
        ['Of 129 actions, ', { kind: 'strong', text: '13 are late' }, '. This paper says which, and why.'],
      ],
      recommendations: [
        ['Note the progress made since April.'],
        [
          'Ask the leads of ',
          { kind: 'reference', text: 'IN 3', href: '/requirements/in-3' },
          ' to report in June.',
        ],
      ],
    },
    blocks: [
      { kind: 'contents' },
      { kind: 'heading', level: 1, text: 'What is late', id: 'late' },
      {
        kind: 'paragraph',
        text: [
          'Three actions end in May. See ',
          { kind: 'link', href: '#exceptions', text: 'the exceptions' },
          ' and ',
          { kind: 'link', href: 'https://www.gov.uk/bank-holidays', text: 'the bank holidays' },
          '. Café, naïve, £5, 50%, ½ and Łódź are printed as written.',
        ],
      },
      { kind: 'note', text: ['The figures are as at 12 May 2011.'] },
      { kind: 'heading', level: 2, text: 'Exceptions', id: 'exceptions' },
      {
        kind: 'list',
        ordered: false,
        items: [['First exception'], ['Second exception, ', { kind: 'strong', text: 'in bold' }]],
      },
      {
        kind: 'table',
        caption: 'Actions that need attention',
        rowHeader: true,
        columns: [
          { heading: 'Ref', width: 1 },
          { heading: 'Action', width: 4 },
          { heading: 'State', width: 2 },
          { heading: 'Days late', width: 1, align: 'right' },
        ],
        rows: states.map((state, index): readonly Cell[] => [
          [{ kind: 'reference', text: `1.1.${index + 1}`, href: `/actions/1-1-${index + 1}` }],
          { kind: 'list', items: [[`Step ${index + 1} of the work`], ['Tell the partners']] },
          [{ kind: 'state', state }],
          [String(index * 7)],
        ]),
      },
      {
        kind: 'figure',
        svg: chartSvg(stateShapePicture('verified')),
        alt: 'A circle with a tick',
        caption: 'One action is verified',
        source: 'Source: improvement plan, as at 12 May 2011',
      },
      { kind: 'page-break' },
      { kind: 'heading', level: 1, text: 'What comes next', id: 'next' },
      { kind: 'list', ordered: true, items: [['Meet in June'], ['Report in July']] },
      ...extra,
    ],
  };
}
