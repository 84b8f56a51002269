import { describe, expect, it } from 'vitest';
import { entryChoice } from './attach';

describe('an entry to attach to', () => {
  it('is told from others of the same words by number, date and amount', () => {
    const entry = { id: '1', journal_code: 'AC', number: 12, date: '2025-03-20', description: 'Ascenseur, mars', status: 'posted', total: 1200 };
    const choice = entryChoice(entry, 'MAD');
    expect(choice.name).toBe('Ascenseur, mars');
    expect(choice.detail).toContain('AC-12 · 20/03/2025');
    expect(choice.detail?.replace(/\s/g, '')).toContain('1200,00');
  });
});
