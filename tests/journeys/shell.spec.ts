// The shell: a wrong password, the palette, languages, another organization, a page that does not exist.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoSignIn } from '../support/demo_sign_in';
import { openBrowser, seriousFaults, signIn, visitor } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('refuses a wrong password with a sentence and lets nobody in', async () => {
  const { page } = await visitor(browser, 1440);
  await page.goto('/comptabilite/balance');
  await page.getByLabel('Adresse électronique').fill(demoSignIn().email);
  await page.getByLabel('Mot de passe').fill('ce n’est pas le bon');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Se connecter');
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
});

it('goes anywhere from the keyboard, stays signed in after a reload, and turns to Arabic', async () => {
  const { page, complaints } = await visitor(browser, 1440);
  await signIn(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('balance gen');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Balance générale' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Balance générale' }).waitFor();
  await page.goto('/reglages/moi');
  await page.locator('#my-language').selectOption('ar');
  await page.getByRole('link', { name: 'الرئيسية' }).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  expect(await seriousFaults(page)).toEqual([]);
  await page.goto('/nulle-part');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('opens every menu of the bar as something that can be read and reached', async () => {
  const { page } = await visitor(browser, 1440);
  await signIn(page);
  for (const name of [/Résidence/, /Notifications/, 'Mon compte']) {
    await page.locator('header.top').getByRole('button', { name }).click();
    await page.locator('.dropdown-menu.show').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.dropdown-menu.show').waitFor({ state: 'detached' });
  }
  await page.context().close();
});

it('an office role that opens other books never sees the former ones, and new books begin with the first steps', async () => {
  const { page } = await visitor(browser, 1440);
  await signIn(page, 'administratrice');
  const name = `Résidence ${Date.now()}`;
  await page.goto('/reglages/residences');
  await page.getByRole('button', { name: 'Nouvelle résidence' }).click();
  await page.getByRole('dialog').getByLabel('Nom').fill(name);
  await page.getByRole('button', { name: 'Créer la résidence' }).click();
  await page.getByText(`${name} est créée`).waitFor();
  const open = async (books: string) => {
    await page.goto('/');
    await page.locator('header .switch').click();
    await page.locator('header').getByRole('button', { name: books }).last().click();
    await page.locator('header .switch').getByText(books).waitFor();
  };
  const cash = () => page.locator('dl .value').first().innerText();
  await open('Les Érables');
  await expect.poll(cash).toMatch(/[1-9].*€/);
  await page.locator('header .switch').click(); // straight from one residence to the next
  await page.locator('header').getByRole('button', { name }).click();
  await page.getByRole('heading', { name: 'Premiers pas' }).waitFor();
  await page.getByRole('link', { name: /Inviter ceux qui tiennent ces livres/ }).waitFor();
  await expect.poll(async () => (await cash()).replace(/\s/g, '')).toBe('0,00DH');
  await page.context().close();
});
