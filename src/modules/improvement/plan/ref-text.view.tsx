import type { JSX } from 'preact';
import { Reference } from '../../../platform/web/reference.tsx';
import { type ReferenceKind, splitAtReferences } from './typed-references.rule.ts';
import type { PlanPaths } from '../paths.ts';
import type { PlanView } from './plan-view.shape.ts';

/** Running text in which every typed reference the plan has is a link. */
export function RefText(props: { view: Pick<PlanView, 'paths' | 'refs'>; children: string }): JSX.Element {
  const { paths, refs } = props.view;
  return (
    <>
      {splitAtReferences(props.children, refs).map((piece) =>
        piece.kind === 'words' ? (
          piece.text
        ) : (
          <Reference href={hrefOf(paths, piece.names, piece.ref)}>{piece.text}</Reference>
        ),
      )}
    </>
  );
}

/** References set side by side, each a link. */
export function RefList(props: {
  view: Pick<PlanView, 'paths'>;
  kind: ReferenceKind;
  refs: readonly string[];
}): JSX.Element {
  return (
    <>
      {props.refs.map((ref, index) => (
        <>
          {index > 0 && ' '}
          <Reference href={hrefOf(props.view.paths, props.kind, ref)}>{ref}</Reference>
        </>
      ))}
    </>
  );
}

function hrefOf(paths: PlanPaths, kind: ReferenceKind, ref: string): string {
  return paths[kind](ref);
}
