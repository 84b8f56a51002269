import { expect, it } from 'vitest';
import { askedAgain, signInIsAsked } from './signInAgain';

it('asks once for all that wait, and again when the next session ends', async () => {
  const both = Promise.all([signInIsAsked(), signInIsAsked()]);
  askedAgain.value!(true);
  expect(await both).toEqual([true, true]);
  expect(askedAgain.value).toBeNull();
  const later = signInIsAsked();
  askedAgain.value!(false);
  expect(await later).toBe(false);
});
