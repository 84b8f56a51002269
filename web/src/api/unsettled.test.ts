import { expect, it } from 'vitest';
import { UnsettledActs } from './unsettled';

const fresh = () => 'new';
const post = (data: unknown) => ({ method: 'post', url: '/expenses', data });

it('gives an act that was not answered the same key again, until it is', () => {
  const acts = new UnsettledActs();
  expect(acts.keyOf(post({ a: 1 }), fresh)).toBe('new');
  acts.settle(post('{"a":1}'), 'k1', false); // what was sent comes back as text
  expect(acts.keyOf(post({ a: 1 }), fresh)).toBe('k1');
  expect(acts.keyOf(post({ a: 2 }), fresh)).toBe('new');
  expect(acts.keyOf({ ...post({ a: 1 }), url: '/calls' }, fresh)).toBe('new');
  acts.settle(post('{"a":1}'), 'k1', true);
  expect(acts.keyOf(post({ a: 1 }), fresh)).toBe('new');
});

it('never takes two files for one', () => {
  const acts = new UnsettledActs();
  acts.settle(post(new FormData()), 'k1', false);
  expect(acts.keyOf(post(new FormData()), fresh)).toBe('new');
});
