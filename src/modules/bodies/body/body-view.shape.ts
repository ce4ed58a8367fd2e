import type { Frame } from '../../../platform/web/frame.ts';
import type { BodyPage } from './body-page.query.ts';

/** What a body's page and its parts are printed from. */
export interface BodyViewProps {
  readonly frame: Frame;
  readonly body: BodyPage;
  readonly mayKeep: boolean;
}
