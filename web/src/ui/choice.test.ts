import { describe, expect, it } from 'vitest';
import { named, type Choice } from './choice';

const amina: Choice = { id: '1', name: 'Amina Tazi', detail: 'A1' };
const aminaB: Choice = { id: '2', name: 'Amina Tazi Berrada', detail: 'B2' };
const helene: Choice = { id: '3', name: 'Hélène  Roux' };

describe('the choice a text names', () => {
  it('is the one of that whole name, though others begin with it', () => expect(named('amina tazi', [aminaB, amina])).toBe(amina));
  it('is found by its code', () => expect(named(' b2 ', [amina, aminaB])).toBe(aminaB));
  it('does not mind accents, case and double spaces', () => expect(named('HELENE ROUX', [amina, helene])).toBe(helene));
  it('is the only answer', () => expect(named('tazi', [amina])).toBe(amina));
  it('is nobody when several answer', () => expect(named('tazi', [amina, aminaB])).toBeNull());
  it('is nobody when two have that very name', () => expect(named('Amina Tazi', [amina, { id: '9', name: 'Amina Tazi' }])).toBeNull());
  it('is nobody for an empty text', () => expect(named('  ', [amina])).toBeNull());
});
