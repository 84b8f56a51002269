import { describe, expect, it } from 'vitest';
import { formatDate, longDate, monthPeriod, parseDate, periodName, quarterPeriod, yearPeriod } from './dates';

describe('dates', () => {
  it.each([
    ['31/12/2025', '2025-12-31'],
    ['31.12.25', '2025-12-31'],
    ['311225', '2025-12-31'],
    ['3112', '2024-12-31'],
    ['29/2', '2024-02-29'],
    ['7', '2024-06-07'],
    ['2025-12-31', '2025-12-31'],
  ])('« %s » is read as %s', (text, date) => expect(parseDate(text, '2024-06-15')).toBe(date));
  it.each(['', '32/1', '29/02/2025', '31/4', 'demain'])('« %s » is no date', (text) =>
    expect(parseDate(text, '2025-06-15')).toBeNull(),
  );
  it('are shown in French', () => {
    expect(formatDate('2025-12-31')).toBe('31/12/2025');
    expect(formatDate('2025-12-31T10:00:00Z')).toBe('31/12/2025');
    expect(formatDate(null)).toBe('');
  });
  it('name their period', () => {
    expect(periodName(yearPeriod(2025))).toBe('2025');
    expect(periodName(quarterPeriod(2025, 1))).toBe('T1 2025');
    expect(quarterPeriod(2025, 1)).toEqual({ start: '2025-01-01', end: '2025-03-31' });
    expect(periodName(monthPeriod(2024, 2))).toBe('02/2024');
    expect(periodName({ start: '2025-01-05', end: '2025-01-20' })).toBe('05/01/2025 – 20/01/2025');
  });
});

it('says a day in words, in the language of the reader and with Latin figures', () => {
  expect(longDate('2026-11-25', 'fr')).toBe('mercredi 25 novembre 2026');
  expect(longDate('2026-11-25', 'en')).toMatch(/^Wednesday,? 25 November 2026$/);
  expect(longDate('2026-11-25', 'ar')).toContain('2026');
});
