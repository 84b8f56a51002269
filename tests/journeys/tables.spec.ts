// Long lists: found whole whatever page they are on, their heads in sight, their columns as the reader left them.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, seriousFaults, signIn, visitor } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const headsOf = (page: Page) => page.locator('main thead th button').allInnerTexts();

it('a filter looks through the whole list, and its address shows the same', async () => {
  const { page } = await visitor(browser, 1440);
  await signIn(page);
  await page.goto('/comptabilite/journal?du=2025-01-01&au=2099-12-31');
  await page.getByRole('button', { name: 'Afficher la suite' }).waitFor();
  expect(await page.locator('main tbody').getByText('APP-1', { exact: true }).count()).toBe(0); // pages away
  await page.getByPlaceholder('Filtrer').fill('APP-1 T1 2025');
  await page.locator('main tbody').getByText('APP-1', { exact: true }).first().waitFor();
  await page.reload();
  await page.locator('main tbody').getByText('APP-1', { exact: true }).first().waitFor();
  expect(await page.getByPlaceholder('Filtrer').inputValue()).toBe('APP-1 T1 2025');
  await page.context().close();
});

it('the heads stay in sight while a long table goes by', async () => {
  const { page } = await visitor(browser, 1440);
  await signIn(page);
  await page.goto('/comptabilite/journal');
  await page.locator('main tbody tr').nth(40).waitFor();
  await page.mouse.wheel(0, 1500);
  const bar = await page.locator('header.top').boundingBox();
  await expect.poll(async () => (await page.locator('main thead th').first().boundingBox())?.y).toBe(bar!.y + bar!.height);
  await page.context().close();
});

it('a column that was hidden stays hidden, on this table only', async () => {
  const { page } = await visitor(browser, 1440);
  await signIn(page);
  await page.goto('/comptabilite/journal');
  await page.locator('main tbody tr').first().waitFor();
  const before = await headsOf(page);
  await page.getByRole('button', { name: 'Colonnes' }).click();
  await page.getByRole('checkbox', { name: 'Pièce' }).uncheck();
  expect(await seriousFaults(page)).toEqual([]);
  await page.reload();
  await page.locator('main tbody tr').first().waitFor();
  expect(await headsOf(page)).toEqual(before.filter((head) => head !== 'Pièce'));
  await page.getByRole('button', { name: 'Colonnes' }).click();
  await page.getByRole('button', { name: 'Colonnes d’origine' }).click();
  expect(await headsOf(page)).toEqual(before);
  await page.context().close();
});
