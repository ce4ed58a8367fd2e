import type { Frame } from '../../../platform/web/frame.ts';
import type { PersonPage } from '../queries/person-page.ts';
import type { FormState } from './fields.tsx';

/** What a person's page and its parts are printed from. */
export interface PersonViewProps {
  readonly frame: Frame;
  readonly person: PersonPage;
  readonly mayChange: boolean;
  readonly mayJudge: boolean;
  readonly mayReadNameHistory: boolean;
  readonly token: string;
  /** A decision about two records that could not be taken, and the other record it was about. */
  readonly judged?: (FormState & { readonly otherId: number }) | undefined;
}
