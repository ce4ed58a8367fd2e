import { formatDay, formatMonth, monthOf } from '../../../platform/time/plain-day.ts';
import type { BodyEvent, Life } from './life.rule.ts';
import { EVENTS } from '../sayings/body-words.shape.ts';

/** How a body stands on a day, in a short phrase: "since 6 April 2011", "proposed, not yet approved". */
export function lifeInWords(life: Life): string {
  switch (life.kind) {
    case 'in-being':
      if (life.since !== null) return `Since ${dayOfEvent(life.since)}`;
      return life.lastNamed === null ? 'In being' : `Last mentioned on ${formatDay(life.lastNamed)}`;
    case 'presumed':
      return `Presumed: last mentioned on ${formatDay(life.lastNamed)}`;
    case 'proposed':
      return `Proposed on ${formatDay(life.since)}, not yet approved`;
    case 'ended':
      return `${EVENTS[life.event.kind]}${life.event.day === null ? '' : `, ${dayOfEvent(life.event)}`}`;
    case 'not-yet':
      return 'Nothing is said of it by this day';
  }
}

/** The word that stands on the picture and in lists beside a body that is not simply there. */
export function lifeWord(life: Life): string | undefined {
  switch (life.kind) {
    case 'in-being':
      return undefined;
    case 'presumed':
      return 'presumed';
    case 'proposed':
      return 'proposed';
    case 'ended':
      return 'ended';
    case 'not-yet':
      return 'not yet';
  }
}

/** When something happened, as exactly as anybody says. */
export function dayOfEvent({ day, exactness }: Pick<BodyEvent, 'day' | 'exactness'>): string {
  if (day === null) return 'No day is given';
  if (exactness === 'month') return formatMonth(monthOf(day));
  return exactness === 'year' ? day.slice(0, 4) : formatDay(day);
}
