import type { JSX } from 'preact';
import { Pagination, type PaginationProps } from '../../../platform/govuk/pagination.tsx';
import { Reference } from '../../../platform/web/reference.tsx';
import type { PrintedBlock } from '../draft/source-lines.rule.ts';
import { targetInWords, targetTimeInWords, type Requirement, type Target } from '../../improvement/index.ts';
import { Printed } from './printed.view.tsx';

/** A requirement, the set it belongs to, and what the file prints where it stands. */
export interface ShownRequirement {
  readonly set: { readonly code: string; readonly title: string };
  readonly requirement: Requirement;
  readonly printed: readonly PrintedBlock[];
}

/** What the plan has to meet, as it was read, each beside what is printed. */
export function ImportRequirements(props: {
  shown: readonly ShownRequirement[];
  pages: PaginationProps | undefined;
}): JSX.Element {
  return (
    <section aria-labelledby="requirements">
      <h2 class="govuk-heading-m" id="requirements">
        Requirements
      </h2>
      {props.shown.map((item, index) => (
        <>
          {item.set.code !== props.shown[index - 1]?.set.code && (
            <h3 class="govuk-heading-s tl-import-set">{item.set.title}</h3>
          )}
          <RequirementBlock {...item} />
        </>
      ))}
      {props.pages && <Pagination {...props.pages} label="Pages of requirements" />}
    </section>
  );
}

function RequirementBlock({ requirement, printed }: ShownRequirement): JSX.Element {
  const { section, deadline, targets } = requirement;
  return (
    <article class="tl-read tl-read__row">
      <div>
        <h4 class="tl-read__action tl-read__action--prose">
          <Reference>{requirement.ref}</Reference> {requirement.text}
        </h4>
        <dl class="tl-read__facts">
          {section !== null && <Fact name="Section">{section}</Fact>}
          {deadline !== null && <Fact name="Deadline">{deadline}</Fact>}
          {targets.length > 0 && (
            <Fact name="Targets">
              <ul class="tl-values tl-values--lines">
                {targets.map((target) => (
                  <li>{inWords(target)}</li>
                ))}
              </ul>
            </Fact>
          )}
        </dl>
      </div>
      <Printed lines={printed} />
    </article>
  );
}

function Fact(props: { name: string; children: JSX.Element | string }): JSX.Element {
  return (
    <div class="tl-read__fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function inWords(target: Target): string {
  const stated = {
    ...target,
    dueBy: target.by,
    periodStart: target.period?.start ?? null,
    periodEnd: target.period?.end ?? null,
  };
  return `${target.measure}: ${targetInWords(stated)}, ${targetTimeInWords(stated)}`;
}
