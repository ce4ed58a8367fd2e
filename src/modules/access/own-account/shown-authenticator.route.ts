import type { Seal } from '../../../platform/secrets/seal.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { newAuthenticator } from '../credentials/change-credentials.ts';
import { qrPicture } from './qr-picture.port.ts';
import type { ShownAuthenticator } from './enrol-page.view.tsx';

/** How long a page with a new authenticator may stand open, in seconds. */
const SECONDS = 60 * 60;

/** An authenticator to be set up: the one of the form that is shown again, so that the phone need not read another; else a new one. */
export function shownAuthenticator(
  seal: Seal,
  visit: Pick<Visit, 'form' | 'frame'>,
  { personId, signInName }: { readonly personId: number; readonly signInName: string },
): ShownAuthenticator {
  const before = openedAuthenticator(seal, personId, valueOf(visit.form, 'authenticator'));
  const { secret, uri } = newAuthenticator(signInName, visit.frame.site.councilName, before);
  return {
    secret,
    picture: qrPicture(uri),
    sealed: seal.closeFacts(purposeOf(personId), { secret }, SECONDS),
  };
}

/** The secret that came back with a form; undefined where it is not ours, another's, or too old. */
export function openedAuthenticator(seal: Seal, personId: number, sealed: string): string | undefined {
  const facts = seal.openFacts(purposeOf(personId), sealed) as { readonly secret: string } | undefined;
  return facts?.secret;
}

function purposeOf(personId: number): string {
  return `new authenticator of person ${personId}`;
}
