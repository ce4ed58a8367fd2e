import type { JSX } from 'preact';
import { Footer } from '../govuk/index.ts';
import { asAtInWords } from './as-at.ts';
import type { Frame } from './frame.ts';
import { PRODUCT } from './product.ts';

/** Where the accessibility statement stands, which the law asks for (SI 2018/952, regulation 8). */
export const ACCESSIBILITY_PATH = '/accessibility';

/** The foot of every page: on screen where to find help, in print what was printed and as at which day. */
export function PageFooter(props: { frame: Frame }): JSX.Element {
  const { site, asAt, path } = props.frame;
  return (
    <footer class="govuk-template__footer tl-footer">
      <Footer
        links={[
          { text: 'Accessibility statement', href: ACCESSIBILITY_PATH },
          ...(site.sourceUrl === undefined ? [] : [{ text: 'Source', href: site.sourceUrl }]),
        ]}
      >
        <p class="tl-footer__line">
          {site.councilName} · {PRODUCT} {site.version}
        </p>
        <p class="tl-footer__hint">This page prints as a paper: use your browser’s Print.</p>
        <p class="tl-footer__printed">
          {withoutSecrets(path)}, as at {asAtInWords(asAt)}
        </p>
      </Footer>
    </footer>
  );
}

/** A long random part of an address is a way in: it is for whoever opened it, and not for paper. */
function withoutSecrets(path: string): string {
  return path.replaceAll(/[\w-]{40,}/g, '…');
}
