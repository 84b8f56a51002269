import { expect, it } from 'vitest';
import { foldsAt, isUnfolded, openTrades, rightsOf, tradeOf, trades } from './navigation';

const accounting = trades.find((trade) => trade.name === 'accounting')!;

it('shows what a reader may open and no empty trade', () => {
  const seen = openTrades((permission) => permission === undefined || permission === 'read_documents');
  expect(seen.map((trade) => trade.name)).toEqual(['home', 'documents', 'settings']);
  expect(new Set(trades.flatMap((trade) => trade.places.map((place) => place.name))).size).toBe(trades.flatMap((trade) => trade.places).length);
});

it('unfolds the trade one is in, unless its reader chose otherwise', () => {
  expect(isUnfolded(accounting, 'ledger', {})).toBe(true);
  expect(isUnfolded(accounting, 'home', {})).toBe(false);
  expect(isUnfolded(accounting, 'home', { accounting: true })).toBe(true);
  expect(isUnfolded(accounting, 'ledger', { accounting: false })).toBe(false);
  expect(isUnfolded(trades[0]!, 'ledger', { home: false })).toBe(true);
});

it('opens a shut trade when one walks into it and leaves the others alone', () => {
  expect(foldsAt('ledger', { accounting: false, reports: false })).toEqual({ accounting: true, reports: false });
  expect(foldsAt('nowhere', { accounting: false })).toEqual({ accounting: false });
  expect(tradeOf(trades, 'calls')?.name).toBe('condo');
});

it('knows what a page asks of its reader', () => {
  expect(rightsOf('journal', 'write_entries')).toEqual(['write_entries', 'read_reports']);
  expect(rightsOf('home', undefined)).toEqual([]);
});
