import type { Inline, Text } from '../../../../platform/print/document.ts';
import { CALENDAR_STATE_LOOKS, CALENDAR_STATES, type CalendarState } from '../../../improvement/index.ts';

/** A state as the paper shows it: its shape and its word. */
export function stateInline(state: CalendarState): Inline {
  const look = CALENDAR_STATE_LOOKS[state];
  return { kind: 'state', state: look.state, text: look.words };
}

/** How many are in each state, a line each, gravest first; states that nothing is in are left out. */
export function stateCounts(states: readonly CalendarState[]): Text {
  return CALENDAR_STATES.flatMap((state): Inline[] => {
    const n = states.filter((other) => other === state).length;
    const look = CALENDAR_STATE_LOOKS[state];
    return n === 0
      ? []
      : [
          { kind: 'break' },
          {
            kind: 'state',
            state: look.state,
            text: `${n.toLocaleString('en-GB')} ${inSentence(look.words)}`,
          },
        ];
  }).slice(1);
}

/** How many of some things are in a state. */
export function countIn(states: readonly CalendarState[], state: CalendarState): number {
  return states.filter((other) => other === state).length;
}

function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
