import { nextTick, ref } from 'vue';
import { expect, it } from 'vitest';
import { readRest, rowsMost, useWholeList, type More } from './tableRows';

/** A list of `total` rows that comes `step` at a time. */
function list(total: number, step: number) {
  const count = ref(0);
  const asked: (boolean | undefined)[] = [];
  const more: More = (whole) => {
    asked.push(whole);
    count.value = Math.min(total, count.value + step);
    return Promise.resolve();
  };
  return { count, asked, next: (): More => (count.value < total ? more : null) };
}

it('reads the rest of a list in its largest steps', async () => {
  const { count, asked, next } = list(450, 100);
  expect(await readRest(next, () => count.value)).toBe(true);
  expect(count.value).toBe(450);
  expect(asked).toEqual([true, true, true, true, true]);
});

it('stops at a page that brings nothing, and says that the list is not whole', async () => {
  let asked = 0;
  expect(await readRest(() => () => void asked++, () => 7)).toBe(false);
  expect(asked).toBe(1);
});

it('reads no more than can be held', async () => {
  const { count, next } = list(rowsMost * 2, 5000);
  expect(await readRest(next, () => count.value)).toBe(false);
  expect(count.value).toBe(rowsMost);
});

it('begins when something is looked for and the first page is there', async () => {
  const { count, next } = list(300, 100);
  const filter = ref('');
  const ready = ref(false);
  const { reading } = useWholeList(next, () => count.value, () => filter.value !== '', () => ready.value);
  filter.value = 'eau';
  await nextTick();
  expect(count.value).toBe(0);
  ready.value = true;
  await nextTick();
  expect(reading.value).toBe(true);
  await new Promise((done) => setTimeout(done));
  expect(count.value).toBe(300);
  expect(reading.value).toBe(false);
});
