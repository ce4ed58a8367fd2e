import type { Block, Cell } from '../../../../platform/print/document.ts';
import { counted } from '../../../../platform/counted.ts';
import { type OddityRow, problemKindInWords } from '../../../improvement/index.ts';
import { groupedBy } from '../../../../platform/grouped-by.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { printedTable, prose } from '../material/printed-table.print.ts';
import type { ReferenceLinks } from '../material/reference-links.print.ts';
import { sectionHeading } from '../material/sections.print.ts';

/** Section 6: what does not add up in the document the plan was read from, by kind, with place and reading. */
export function odditiesSection(material: ReportMaterial, links: ReferenceLinks): readonly Block[] {
  const { oddities, paths, milestones } = material;
  if (oddities.length === 0)
    return [sectionHeading('oddities'), prose('Nothing odd was found in the source.')];
  const kinds = [...groupedBy(oddities, ({ kind }) => kind)].toSorted(([, a], [, b]) => b.length - a.length);
  const placesElsewhere = prose(
    'Each with its place is in the list of ',
    links.onSite('oddities', paths.oddities()),
    '.',
  );
  return [
    sectionHeading('oddities'),
    prose(
      'These are places in the source that do not add up, with how each was read. They were accepted with the plan; the way to settle one is to correct it in the plan’s next version.',
    ),
    {
      kind: 'table',
      caption: `${counted(oddities.length, 'oddity', 'oddities')} by kind`,
      rowHeader: true,
      columns: [
        { heading: 'Kind', width: 6 },
        { heading: 'Number', width: 1.4, align: 'right' },
      ],
      rows: kinds.map(([kind, found]): Cell[] => [
        [problemKindInWords(kind)],
        [found.length.toLocaleString('en-GB')],
      ]),
    },
    ...(milestones === null
      ? [placesElsewhere]
      : kinds.flatMap(([kind, found]) =>
          printedTable(
            {
              caption: `${problemKindInWords(kind)}: ${counted(found.length, 'place')}`,
              columns: [
                { heading: 'What is odd', width: 4.5 },
                { heading: 'How it was read, or what to do', width: 4.5 },
                { heading: 'Where', width: 4.5 },
              ],
              rows: alikeTogether(found).map(({ message, proposal, places }): Cell[] => [
                links.within(message),
                proposal === null ? ['Read as printed'] : links.within(proposal),
                links.within(`${places.join('; ')}.`),
              ]),
            },
            links.onSite('oddities', paths.oddities({ kind })),
          ),
        )),
  ];
}

/** The same thing said of thirty rows is one row with thirty places. */
function alikeTogether(oddities: readonly OddityRow[]) {
  const groups = groupedBy(oddities, ({ message, proposal }) => JSON.stringify([message, proposal]));
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined
      ? []
      : [{ message: first.message, proposal: first.proposal, places: alike.map(({ place }) => place) }];
  });
}
