import { expect, it } from 'vitest';
import { endAfter, monthName, monthsBetween, nextName, nextStart, statusOf, type Year } from './year';

const year = (name: number, start: string, end: string, status: 'open' | 'closed' = 'open'): Year => ({ id: String(name), year: name, start_date: start, end_date: end, status });

it('counts a year in months, over the turn of the year and through February', () => {
  expect(endAfter('2026-01-01', 12)).toBe('2026-12-31');
  expect(endAfter('2023-03-01', 12)).toBe('2024-02-29');
  expect(endAfter('2025-07-01', 18)).toBe('2026-12-31');
  expect(endAfter('2026-12-01', 1)).toBe('2026-12-31');
  for (const wrong of [0, 25, 1.5, Number.NaN]) expect(endAfter('2026-01-01', wrong)).toBeNull();
  expect(monthsBetween('2025-07-01', '2026-12-31')).toBe(18);
});

it('continues where the last year ends', () => {
  const years = [year(2026, '2025-07-01', '2026-06-30'), year(2025, '2024-07-01', '2025-06-30')];
  expect(nextStart(years, '2026-11-25')).toBe('2026-07-01');
  expect(nextName(years, '2027-06-30')).toBe(2027);
  expect(nextStart([year(2025, '2025-01-01', '2025-12-31')], '2026-11-25')).toBe('2026-01-01');
  expect(nextStart([], '2026-11-25')).toBe('2026-01-01');
  expect(nextName([], '2027-06-30')).toBe(2027);
});

it('calls the months by name and a closed year closed', () => {
  const month = { start_date: '2026-08-01', end_date: '2026-08-31', status: 'open' as const };
  expect(monthName('2026-08-01', 'fr')).toBe('août 2026');
  expect(statusOf(year(2026, '2026-01-01', '2026-12-31'), month)).toBe('open');
  expect(statusOf(year(2026, '2026-01-01', '2026-12-31', 'closed'), month)).toBe('closed');
});
