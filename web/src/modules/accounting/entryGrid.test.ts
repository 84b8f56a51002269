import { describe, expect, it } from 'vitest';
import { emptyLine, type GridLine } from './entry';
import { actOfKey, copiedFromAbove, placeAfter, rowOfRemainder, withBlankEnd, withPasted } from './entryGrid';

const key = (name: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey', boolean>> = {}) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...held });
const line = (part: Partial<GridLine>): GridLine => ({ ...emptyLine(), ...part });
const water = line({ account: '61251', description: 'Eau', debit: 50000 });
const bank = line({ account: '51411', credit: 50000 });

describe('a key', () => {
  it.each([
    [key('ArrowUp'), 'account', 'up'],
    [key('ArrowDown'), 'debit', 'down'],
    [key('ArrowDown', { altKey: true }), 'account', null],
    [key('='), 'debit', 'fillRemainder'],
    [key('='), 'description', null],
    [key('F9'), 'account', 'fillRemainder'],
    [key('d', { ctrlKey: true }), 'description', 'copyAbove'],
    [key('D', { metaKey: true }), 'description', 'copyAbove'],
    [key('d'), 'description', null],
    [key('Delete'), 'description', null],
    [key('Delete', { altKey: true }), 'description', 'dropLine'],
  ] as const)('%j in %s does %s', (pressed, column, act) => {
    expect(actOfKey(pressed, column)).toBe(act);
  });
});

describe('Enter', () => {
  it('goes on to the next cell, and to the next line once an amount is typed', () => {
    expect(placeAfter({ row: 0, column: 'account' }, [water, emptyLine()])).toEqual({ row: 0, column: 'auxiliary' });
    expect(placeAfter({ row: 0, column: 'debit' }, [water, emptyLine()])).toEqual({ row: 1, column: 'account' });
    expect(placeAfter({ row: 0, column: 'debit' }, [bank, emptyLine()])).toEqual({ row: 0, column: 'credit' });
    expect(placeAfter({ row: 0, column: 'credit' }, [bank, emptyLine()])).toEqual({ row: 1, column: 'account' });
  });
  it('reaches the button on the blank line of a balanced entry only', () => {
    expect(placeAfter({ row: 2, column: 'account' }, [water, bank, emptyLine()])).toBe('done');
    expect(placeAfter({ row: 1, column: 'account' }, [water, emptyLine()])).toEqual({ row: 1, column: 'auxiliary' });
  });
});

it('copies the whole line above on a blank line, else one cell, keeping one side', () => {
  expect(copiedFromAbove([water, emptyLine()], { row: 1, column: 'account' })).toEqual(water);
  expect(copiedFromAbove([water, bank], { row: 1, column: 'description' })).toEqual({ ...bank, description: 'Eau' });
  expect(copiedFromAbove([water, bank], { row: 1, column: 'debit' })).toEqual({ ...bank, debit: 50000, credit: null });
  expect(copiedFromAbove([water], { row: 0, column: 'account' })).toBeNull();
  expect(copiedFromAbove([emptyLine(), bank], { row: 1, column: 'account' })).toBeNull();
});

it('pastes over blank lines, never over a typed one', () => {
  expect(withPasted([emptyLine(), emptyLine(), emptyLine()], 0, [water, bank])).toEqual([water, bank, emptyLine()]);
  expect(withPasted([water, emptyLine(), bank], 0, [bank, bank])).toEqual([water, bank, bank, bank, emptyLine()]);
  expect(withPasted([water, bank], 1, [water])).toEqual([water, bank, water, emptyLine()]);
});

it('always leaves a blank line to go on with', () => {
  expect(withBlankEnd([])).toEqual([emptyLine(), emptyLine()]);
  expect(withBlankEnd([water, bank])).toEqual([water, bank, emptyLine()]);
});

it('gives the remainder to the line that waits for an amount', () => {
  expect(rowOfRemainder([water, emptyLine(), line({ account: '51411' })])).toBe(2);
  expect(rowOfRemainder([water, bank, emptyLine()])).toBe(2);
});
