import type { JSX } from 'preact';
import { Breadcrumbs, type Content, NotificationBanner, SkipLink } from '../govuk/index.ts';
import { AsAtBar } from './as-at-bar.tsx';
import type { Frame, Place } from './frame.ts';
import { linkAsAt } from './as-at.ts';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';
import { PRODUCT } from './product.ts';
import { Thread, type Stop } from './thread.tsx';

export interface PageProps {
  frame: Frame;
  /** What the page is called, in the browser's tab and its history. The view prints the heading itself. */
  title: string;
  /** The way here from the home page, without the page itself. Home is put first. */
  crumbs?: readonly Place[] | undefined;
  /** The page's place on the line, for pages that lie on it. */
  thread?: readonly Stop[] | undefined;
  /** A form is shown again with what is wrong with it: says so in the title, where it is heard first. */
  hasErrors?: boolean | undefined;
  /** `wide` gives tables and charts the whole width; otherwise the page is set for reading. */
  width?: 'wide' | 'reading' | undefined;
  /** Without the day: for pages that are about no day, such as an error. */
  withoutDay?: boolean | undefined;
  children?: Content;
}

/** A whole page: everything round what the page is about. Works without JavaScript. */
export function Page(props: PageProps): JSX.Element {
  const { frame } = props;
  const { site } = frame;
  const title = `${props.hasErrors ? 'Error: ' : ''}${props.title} – ${PRODUCT} – ${site.councilName}`;
  const home: Place = { text: 'Home', href: '/' };
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <link rel="preload" href={site.assets.textFont} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={site.assets.stylesheet} />
        <link rel="stylesheet" href={site.assets.brand} />
        <link rel="icon" href={site.assets.icon} type="image/svg+xml" sizes="any" />
        <script type="module" src={site.assets.script} />
      </head>
      <body class="govuk-template__body">
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        <PageHeader frame={frame} />
        {!props.withoutDay && <AsAtBar frame={frame} />}
        <div class="govuk-width-container tl-sheet">
          {props.crumbs && (
            <Breadcrumbs
              items={[home, ...props.crumbs].map((crumb) => ({
                ...crumb,
                href: linkAsAt(crumb.href, frame.asAt),
              }))}
              collapseOnMobile
            />
          )}
          {props.thread && props.thread.length > 0 && <Thread stops={props.thread} />}
          <main class={`govuk-main-wrapper tl-main tl-main--${props.width ?? 'wide'}`} id="main-content">
            {frame.notice && (
              <NotificationBanner
                type={frame.notice.kind === 'success' ? 'success' : undefined}
                title={frame.notice.kind === 'success' ? 'Done' : undefined}
                text={frame.notice.text}
              />
            )}
            {props.children}
          </main>
        </div>
        <PageFooter frame={frame} />
      </body>
    </html>
  );
}
