// Papers by hand: reviewed with the keyboard alone, what a correction taught, and a paper joined to an entry that had none.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, seriousFaults, signIn, visitor } from './browser';
import { invoicePdf } from './invoice_pdf';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const day = (): string => new Date().toLocaleDateString('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric' });
const made = (number: string, label = 'Taille des haies') => ({
  name: `${number}.pdf`,
  mimeType: 'application/pdf',
  buffer: invoicePdf({ supplier: 'PALMERAIE JARDINS SARL', identifier: 'ICE : 001512345000088', number, date: day(), customer: 'Résidence Les Orangers', label, net: '500,00', tax: '100,00', total: '600,00' }),
});
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

it('a paper is corrected and accepted without leaving the keyboard, and the next one comes', async () => {
  const { page, complaints } = await visitor(browser, 1440);
  await signIn(page);
  await page.goto('/papiers');
  const number = `K-${Date.now()}`;
  await page.locator('input[type=file]').setInputFiles(made(number));
  await page.getByRole('complementary', { name: 'Envoi des fichiers' }).getByRole('link', { name: `${number}.pdf` }).click({ timeout: 60_000 });
  await page.locator('#field-number').waitFor({ timeout: 60_000 });
  const paper = page.url();

  // Doubtful fields come first, and the hand is on the first of all.
  const fields = await page.locator('.readings li').evaluateAll((all) => all.map((one) => ({ id: one.querySelector('input, select')!.id, doubtful: one.classList.contains('doubtful') })));
  const doubtful = fields.filter((one) => one.doubtful).length;
  expect(fields.slice(0, doubtful).every((one) => one.doubtful)).toBe(true);
  await expect.poll(() => focused(page)).toBe(fields[0]!.id);
  // Enter and Tab walk through them as they are seen.
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe(fields[1]!.id);
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe(fields[0]!.id);

  // A correction, and at once the next word: neither is lost while the first is written, and no field jumps away.
  const places = () => page.locator('.readings li label').allInnerTexts();
  const before = await places();
  await page.locator('#field-number').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(`${number}-BIS`);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' ');
  expect(await places()).toEqual(before);
  await page.locator('#field-description').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(`Haies ${number}`, { delay: 15 });
  const accepted = page.waitForResponse((response) => response.url().endsWith('/accept'));
  await page.keyboard.press('Control+Enter'); // without leaving the field first
  expect((await accepted).status()).toBeLessThan(300);
  await page.waitForURL((url) => url.href !== paper);
  await page.goto(paper);
  await page.getByRole('link', { name: 'Voir l’écriture' }).waitFor();
  expect(await page.locator('#field-number').inputValue()).toBe(`${number}-BIS`);
  expect(await page.locator('#field-description').inputValue()).toBe(`Haies ${number}`);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('an entry without a paper gets one, and shows it', async () => {
  const { page, complaints } = await visitor(browser, 1440);
  await signIn(page);
  const number = `J-${Date.now()}`;
  await page.goto('/comptabilite/journal/saisie');
  await page.getByLabel('Libellé', { exact: true }).fill(`Haies ${number}`);
  for (const [row, account, side] of [[0, '6135', 'debit'], [1, '5121', 'credit']] as const) {
    const line = page.locator(`[data-row="${row}"]`);
    await line.getByRole('combobox').fill(account);
    await line.getByRole('combobox').press('Enter');
    await line.locator(`[data-column="${side}"] input`).fill('600');
    await line.locator(`[data-column="${side}"] input`).press('Enter');
  }
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Voir' }).click();
  await page.getByText('Aucun papier n’est attaché').waitFor();
  await page.getByRole('button', { name: 'Joindre un papier' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.locator('input[type=file]').setInputFiles(made(number, 'Contrat'));
  await dialog.getByText(`${number}.pdf`).waitFor();
  await dialog.getByRole('button', { name: 'Joindre un papier' }).click();
  await dialog.waitFor({ state: 'detached', timeout: 60_000 });
  await page.locator('main canvas').first().waitFor();
  await page.reload();
  await page.locator('main canvas').first().waitFor();
  expect(await page.getByText('Aucun papier n’est attaché').count()).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
