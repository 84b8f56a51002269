import { expect, it } from 'vitest';
import { draftBody, draftSums, headOf, linesOf, type DraftView } from './draft';

const box = { page: 1, x: 0.1, y: 0.2, width: 0.3, height: 0.1 } as NonNullable<DraftView['content']['lines'][number]['box']>;
const draft: DraftView = {
  id: 'd',
  version: 3,
  created_at: '2026-01-02T03:04:05Z',
  content: {
    date: '2026-01-31',
    description: 'Eau',
    document_id: 'paper',
    lines: [
      { account_code: '6125', description: 'Eau', debit: 100.1, due_date: '2026-02-15', box },
      { account_code: '4411', auxiliary_code: 'F1', credit: 100 },
    ],
  },
};

it('comes back from the grid as it went in', () => {
  const body = draftBody(draft, headOf(draft), linesOf(draft, 'MAD'), 'MAD');
  expect(body).toEqual({
    content: {
      date: '2026-01-31',
      description: 'Eau',
      document_id: 'paper',
      lines: [
        { account_code: '6125', description: 'Eau', debit: 100.1, credit: 0, due_date: '2026-02-15', box },
        { account_code: '4411', auxiliary_code: 'F1', description: 'Eau', debit: 0, credit: 100 },
      ],
    },
  });
});
it('lets go of what no longer belongs to a changed line', () => {
  const [first, ...rest] = linesOf(draft, 'MAD');
  const lines = (changed: object) => (draftBody(draft, headOf(draft), [{ ...first!, ...changed }, ...rest], 'MAD') as { content: { lines: object[] } }).content.lines[0]!;
  expect(lines({ debit: 5 })).toEqual({ account_code: '6125', description: 'Eau', debit: 0.05, credit: 0, due_date: '2026-02-15' });
  expect(lines({ account: '6134' })).toEqual({ account_code: '6134', description: 'Eau', debit: 100.1, credit: 0 });
});
it('says what is missing between its sides', () => {
  expect(draftSums(draft, 'MAD')).toEqual({ total: 100.1, gap: 0.1 });
});
