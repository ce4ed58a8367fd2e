import type { Inline, Text } from '../../../../platform/print/document.ts';
import { type ReferenceKind, splitAtReferences } from '../../../improvement/index.ts';
import type { ReportMaterial } from './material.shape.ts';
import { isReportedInFull } from './reported-in-full.rule.ts';
import { outcomeAnchor, requirementAnchor, type Section, setAnchor } from './sections.print.ts';

/** Where the references of a paper lead. */
export interface ReferenceLinks {
  /** A reference as a link. */
  readonly to: (kind: ReferenceKind, ref: string) => Inline;
  /** One milestone: "2.1.3" where its action has no other, "2.1.3/2" where it has. */
  readonly toMilestone: (
    action: { readonly ref: string; readonly milestones: { readonly length: number } },
    ordinal: number,
  ) => Inline;
  /** A page of the site, such as a whole list: a link where the paper is read on the site, its words elsewhere. */
  readonly onSite: (text: string, path: string) => Inline;
  /** Running text in which every reference the plan has is a link. */
  readonly within: (text: string) => Text;
}

/**
 * Links of the edition. On a `page` a reference leads to its page on the site. A `paper` is read away from the site, so
 * there a reference leads to the place in the paper where the thing is set out; `site` says that the paper should lead
 * back to the site instead, because it has a lasting address.
 */
export type LinksLead = 'to-the-site' | 'within-the-paper';

/** The links of one report. */
export function referenceLinks(material: ReportMaterial, lead: LinksLead): ReferenceLinks {
  const { refs, paths, line } = material;
  const setOf = new Map(line.requirements.map((requirement) => [requirement.ref, requirement.setCode]));
  const outcomeOf = new Map(line.actions.map((action) => [action.ref, action.outcomeRef]));
  const inFull = new Set(line.requirementSets.filter(isReportedInFull).map(({ code }) => code));
  /** The heading in the paper under which a thing is set out. */
  const anchorOf = (kind: ReferenceKind, ref: string): string => {
    const brief = material.milestones === null;
    if (kind === 'requirement') {
      const code = setOf.get(ref) ?? '';
      if (brief) return 'requirements' satisfies Section;
      return inFull.has(code) ? requirementAnchor(ref) : setAnchor(code);
    }
    if (brief) return 'priorities' satisfies Section;
    return outcomeAnchor(kind === 'outcome' ? ref : (outcomeOf.get(ref) ?? ''));
  };
  const hrefOf = (kind: ReferenceKind, ref: string) =>
    lead === 'to-the-site' ? paths[kind](ref) : `#${anchorOf(kind, ref)}`;
  const to = (kind: ReferenceKind, ref: string, text = ref): Inline => ({
    kind: 'reference',
    text,
    href: hrefOf(kind, ref),
  });
  return {
    to: (kind, ref) => to(kind, ref),
    onSite: (text, path) => (lead === 'to-the-site' ? { kind: 'link', text, href: path } : text),
    toMilestone: ({ ref, milestones }, ordinal) => {
      if (milestones.length === 1) return to('action', ref);
      const text = `${ref}/${ordinal}`;
      return lead === 'to-the-site'
        ? { kind: 'reference', text, href: paths.milestone(ref, ordinal) }
        : to('action', ref, text);
    },
    within: (text) =>
      splitAtReferences(text, refs).map((piece) =>
        piece.kind === 'words' ? piece.text : to(piece.names, piece.ref, piece.text),
      ),
  };
}
