// The accountant's day: an invoice typed, approved, paid and found in the ledger; a call, a payment, what it settled.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, overflows, seriousFaults, signIn, visitor } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function sound(page: Page): Promise<void> {
  expect(await seriousFaults(page)).toEqual([]);
  expect(await overflows(page), `${page.url()} is wider than the window`).toBe(false);
}

it('an expense is recorded, approved, paid and seen in the ledger', async () => {
  const { page, complaints } = await visitor(browser, 1440);
  await signIn(page);
  await page.goto('/depenses/nouvelle');
  const stamp = Date.now();
  const title = `Peinture ${stamp}`;
  await page.getByLabel('Objet').fill(title);
  const category = page.locator('select[required]');
  await category.locator('option').nth(1).waitFor({ state: 'attached' });
  await category.selectOption({ index: 1 });
  await page.getByLabel('Désignation').first().fill(`Hall d’entrée ${stamp}`);
  await page.getByLabel('Prix HT').first().fill('1 000,50');
  await page.getByText('Équilibrée').waitFor();
  await sound(page);
  await page.getByRole('button', { name: 'Enregistrer et comptabiliser' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: 'Approuver' }).click();
  await page.getByRole('button', { name: 'Payer', exact: true }).click();
  await page.getByRole('button', { name: 'Comptabiliser le paiement' }).click();
  await page.getByText('Payée').first().waitFor();
  await sound(page);
  await page.getByRole('link', { name: 'Voir l’écriture' }).first().click();
  await page.getByText('Comptabilisée').first().waitFor();
  await page.locator('.entry tbody a').first().click();
  await page.waitForURL('**/comptabilite/grand-livre?*');
  await page.locator('tbody').getByText(`Hall d’entrée ${stamp}`).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('a call is issued on a phone, an owner pays, and the lines are settled', async () => {
  const { page, complaints } = await visitor(browser, 390);
  await signIn(page);
  await page.goto('/appels/nouveau');
  const title = `Appel ${Date.now()}`;
  await page.getByLabel('Libellé').fill(title);
  await page.getByLabel('Total appelé').fill('1 000,01');
  await page.getByLabel('Total appelé').press('Tab');
  const row = page.locator('.plain-table tbody tr').first();
  const owner = (await row.getByRole('link').innerText()).trim();
  await row.locator('.amount:not(input)').getByText(/\d,\d\d/).waitFor();
  await sound(page);
  await page.getByRole('button', { name: 'Émettre l’appel' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.goto('/encaissements');
  await page.getByRole('button', { name: 'Nouvel encaissement' }).click();
  const form = page.getByRole('dialog');
  const picker = form.getByRole('combobox', { name: 'Copropriétaire' });
  await picker.fill(owner);
  await form.evaluate((dialog) => dialog.focus()); // focus moved by program, as a dialog does when it opens
  expect(await picker.inputValue()).toBe(owner);
  await picker.click();
  await form.getByRole('option', { name: owner }).first().click();
  await form.getByLabel('Montant').fill('10');
  await form.getByLabel('Montant').press('Tab');
  await form.getByText(/d’appels ;/).waitFor();
  await form.getByRole('button', { name: 'Comptabiliser' }).click();
  await page.getByText('Encaissement comptabilisé.').waitFor();
  await page.goto('/comptabilite/lettrage');
  await page.getByRole('button', { name: 'Délettrer' }).first().waitFor();
  await sound(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});
