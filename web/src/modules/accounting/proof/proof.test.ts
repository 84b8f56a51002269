import { expect, it } from 'vitest';
import { commands, grouped, isKept, newestFirst, shortened, type Head } from './proof';

const head = (size: number, root: string, signed_at = '2026-01-01T00:00:00Z'): Head => ({ organization_id: 'o', size, root, signed_at, key_id: 'k', public_key: 'p', signature: 's' });

it('groups a fingerprint without losing a sign', () => {
  expect(grouped('0123456789abcdef01')).toBe('01234567 89abcdef 01');
  expect(grouped('ab'.repeat(32)).replaceAll(' ', '')).toBe('ab'.repeat(32));
  expect(shortened('0123456789abcdef01')).toBe('0123456789abcdef…');
});

it('knows whether the books as they stand are sealed already', () => {
  expect(isKept({ current: head(3, 'c'), kept: [head(2, 'b')] })).toBe(false);
  expect(isKept({ current: head(3, 'c'), kept: [head(3, 'x')] })).toBe(false);
  expect(isKept({ current: head(3, 'c'), kept: [head(2, 'b'), head(3, 'c')] })).toBe(true);
  expect(newestFirst([head(1, 'a'), head(3, 'c'), head(2, 'b')]).map((one) => one.size)).toEqual([3, 2, 1]);
});

it('writes the key into the command', () => {
  expect(commands('ab12').map((one) => one.command)).toContain('daftar verify livre-scelle.jsonl --key-id ab12');
});
