import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDay } from './calendar-day.ts';
import { clearDaysBetween, earliestDayAfterNotice, latestNoticeDay } from './clear-days.ts';

const calendar = { basis: 'calendar' } as const;

describe('clear days', () => {
  it('counts neither the day of the notice nor the day of the meeting', () => {
    // A summons of Tuesday 3 May 2011 for a meeting of Thursday 12 May.
    const [summons, meeting] = [plainDay(2011, 5, 3), plainDay(2011, 5, 12)];
    expect(clearDaysBetween(summons, meeting, calendar)).toBe(8);
    expect(clearDaysBetween(summons, meeting)).toBe(6);
  });
  it.each([
    [plainDay(2011, 5, 12), 5, '2011-05-06', '2011-05-04'],
    // Good Friday 22, Easter Monday 25, royal wedding 29 April, May Day 2 May.
    [plainDay(2011, 5, 4), 5, '2011-04-28', '2011-04-20'],
    [plainDay(2011, 5, 12), 3, '2011-05-08', '2011-05-06'],
    [plainDay(2013, 6, 3), 28, '2013-05-05', '2013-04-19'],
  ])(
    'before %s, %i clear days: notice by %s on the calendar, %s by working days',
    (meeting, days, byCalendar, byWork) => {
      expect(latestNoticeDay(meeting, days, calendar)).toBe(byCalendar);
      expect(latestNoticeDay(meeting, days)).toBe(byWork);
    },
  );
  it('finds the first day on which a notified decision can be taken', () => {
    expect(earliestDayAfterNotice(plainDay(2013, 5, 13), 5, calendar)).toBe('2013-05-19');
    expect(earliestDayAfterNotice(plainDay(2013, 5, 13), 5)).toBe('2013-05-21');
  });
  it('is none for the same day, the next day and a notice after the meeting', () => {
    const meeting = plainDay(2011, 5, 12);
    for (const notice of [meeting, addDays(meeting, -1), addDays(meeting, 9)]) {
      expect([clearDaysBetween(notice, meeting), clearDaysBetween(notice, meeting, calendar)]).toEqual([
        0, 0,
      ]);
    }
  });
  it('does not guess beyond the years whose bank holidays are known', () => {
    expect(latestNoticeDay(plainDay(2040, 5, 12), 5)).toBeNull();
    expect(clearDaysBetween(plainDay(2031, 12, 30), plainDay(2032, 1, 20))).toBeNull();
    expect(latestNoticeDay(plainDay(2040, 5, 12), 5, calendar)).toBe('2040-05-06');
  });
  it('is enough on the latest day and too short the day after, by either reading', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 8_000 }),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('working' as const, 'calendar' as const),
        (offset, days, basis) => {
          const meeting = addDays(plainDay(2007, 1, 1), offset);
          const latest = latestNoticeDay(meeting, days, { basis });
          if (latest === null) return;
          expect(clearDaysBetween(latest, meeting, { basis })).toBeGreaterThanOrEqual(days);
          const nextStart = latestNoticeDay(meeting, days - 1, { basis });
          expect(clearDaysBetween(nextStart ?? meeting, meeting, { basis })).toBeLessThan(days);
        },
      ),
    );
  });
});
