// An accountant types an entry without touching the mouse, then pastes another one from his spreadsheet.
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

const cell = (page: Page, row: number, column: string) => page.locator(`[data-row="${row}"] [data-column="${column}"] input`);
const keys = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key);
};
const isFocused = (page: Page, row: number, column: string) => cell(page, row, column).evaluate((input) => input === document.activeElement);

async function paste(page: Page, text: string): Promise<void> {
  await cell(page, 0, 'account').focus();
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

it('types, balances, posts and goes on; pastes rows, all or none', async () => {
  const { page, complaints } = await visitor(browser, 1440);
  await signIn(page);
  await page.goto('/comptabilite/journal/saisie');
  await page.getByLabel('Libellé', { exact: true }).fill('Eau payée en espèces');
  await keys(page, 'Enter', 'Enter');
  expect(await isFocused(page, 0, 'account')).toBe(true);
  await page.keyboard.type('6111');
  await page.getByRole('option', { name: /6111/ }).waitFor();
  await keys(page, 'Enter', 'Enter', 'Enter');
  await page.keyboard.type('1 200,50');
  await keys(page, 'Enter');
  await page.getByText('au crédit').waitFor();
  expect(await isFocused(page, 1, 'account')).toBe(true);
  await page.keyboard.type('5161');
  await keys(page, 'Enter', 'Enter', 'Enter', '=');
  await page.getByText('Équilibrée').waitFor();
  expect((await cell(page, 1, 'credit').inputValue()).replace(/\s/g, '')).toBe('1200,50');
  await keys(page, 'ArrowUp');
  expect(await isFocused(page, 0, 'credit')).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
  await keys(page, 'Control+Enter');
  await page.getByText('Écriture comptabilisée.').waitFor();

  await cell(page, 0, 'account').waitFor();
  await paste(page, 'Compte\tLibellé\tDébit\tCrédit\n6131\tNettoyage\tdouze\t\n');
  await page.getByText('« douze » n’est pas un montant').waitFor();
  expect(await cell(page, 0, 'account').inputValue()).toBe('');
  await paste(page, 'Compte\tLibellé\tDébit\tCrédit\n6131\tNettoyage\t300,00 DH\t\n5161\tCaisse\t\t300,00\n');
  await page.getByText('2 lignes collées.').waitFor();
  await page.getByText('Équilibrée').waitFor();
  await cell(page, 2, 'account').focus();
  await keys(page, 'Control+d');
  expect(await cell(page, 2, 'description').inputValue()).toBe('Caisse');
  await keys(page, 'Alt+Delete');
  await page.getByText('Ligne retirée.').waitFor();
  await page.getByLabel('Libellé', { exact: true }).fill('Nettoyage payé en espèces');
  const answer = page.waitForResponse((response) => response.url().endsWith('/accounting/journal-entries') && response.request().method() === 'POST');
  await keys(page, 'Control+Enter');
  expect((await answer).status(), await (await answer).text()).toBe(201);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('does not lose a half-typed entry: it asks before leaving, and a reload finds it again', async () => {
  const { page, complaints } = await visitor(browser, 1440);
  await signIn(page);
  await page.goto('/comptabilite/journal/saisie');
  const description = page.getByLabel('Libellé', { exact: true });
  await description.fill('Saisie interrompue');
  await page.getByRole('link', { name: 'Papiers' }).first().click();
  await page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' }).getByRole('button', { name: 'Annuler' }).click();
  expect(new URL(page.url()).pathname).toBe('/comptabilite/journal/saisie');
  await page.reload();
  await page.getByText('Votre saisie d’avant est reprise.').waitFor();
  expect(await description.inputValue()).toBe('Saisie interrompue');
  await page.getByRole('link', { name: 'Papiers' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Quitter la page' }).click();
  await page.getByRole('heading', { level: 1, name: 'Papiers' }).waitFor();
  await page.goto('/comptabilite/journal/saisie');
  await description.waitFor();
  expect(await description.inputValue()).toBe('');
  expect(complaints).toEqual([]);
  await page.context().close();
});
