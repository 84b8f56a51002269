import { expect, it } from 'vitest';
import { sentShares, weightOf, weightsOfCall } from './call';

const share = (id: string, weight: string) => ({ id, name: id, code: id, weight });

it('reads whole weights only', () => {
  expect(weightOf('1 250')).toBe(1250);
  expect(weightOf('')).toBe(0);
  for (const wrong of ['-1', '1,5', 'dix']) expect(weightOf(wrong)).toBeNull();
});
it('leaves out who has no part, and sends nothing that is misread', () => {
  expect(sentShares([share('a', '60'), share('b', ''), share('c', '40')])).toEqual([{ owner_id: 'a', weight: 60 }, { owner_id: 'c', weight: 40 }]);
  expect(sentShares([share('a', 'x')])).toBeNull();
  expect(sentShares([share('a', '0')])).toBeNull();
});
it('takes the parts of an earlier call', () => {
  expect([...weightsOfCall([{ auxiliary_code: 'C1', debit: 600.01 }, { auxiliary_code: null, debit: 0 }], 2)]).toEqual([['C1', '60001']]);
});
