import { expect, it } from 'vitest';
import { changeText, comparedDay, periodYearBefore, yearsLater } from './comparison';

it('goes a year back over leap years', () => {
  expect(yearsLater('2024-02-29', -1)).toBe('2023-02-28');
  expect(periodYearBefore({ start: '2025-02-01', end: '2025-02-28' })).toEqual({ start: '2024-02-01', end: '2024-02-29' });
  expect(periodYearBefore({ start: '2025-01-01', end: '2025-12-31' })).toEqual({ start: '2024-01-01', end: '2024-12-31' });
});

it('names the day that balances are compared with', () => {
  expect(comparedDay('annee', '2026-11-25')).toBe('2025-11-25');
  expect(comparedDay('exercice', '2026-11-25')).toBe('2025-12-31');
  expect(comparedDay('mois', '2026-03-31')).toBe('2026-02-28');
  expect(comparedDay('mois', '2026-01-31')).toBe('2025-12-31');
  expect(comparedDay('', '2026-01-31')).toBeNull();
});

it('says how much changed, against the size of what was', () => {
  expect(changeText(112.5, 100)).toBe('+12,5 %');
  expect(changeText(50, 100)).toBe('−50 %');
  expect(changeText(-50, -100)).toBe('+50 %');
  expect(changeText(100, 100)).toBe('0 %');
  expect(changeText(100, 0)).toBe('');
  expect(changeText(100, null)).toBe('');
});
