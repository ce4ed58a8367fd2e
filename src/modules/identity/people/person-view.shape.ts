import type { Frame, Place } from '../../../platform/web/frame.ts';
import type { FurtherFacts } from './further-facts.shape.ts';
import type { PersonPage } from './person-page.query.ts';
import type { FormState } from '../../../platform/web/form-fields.tsx';

/** What a person's page and its parts are printed from. */
export interface PersonViewProps {
  readonly frame: Frame;
  readonly person: PersonPage;
  readonly mayChange: boolean;
  readonly mayJudge: boolean;
  readonly mayReadNameHistory: boolean;
  readonly token: string;
  /** Pages of other modules about them, that the reader may use. */
  readonly further: readonly Place[];
  /** What other modules know of them. */
  readonly facts: readonly FurtherFacts[];
  /** A decision about two records that could not be taken, and the other record it was about. */
  readonly judged?: (FormState & { readonly otherId: number }) | undefined;
}
