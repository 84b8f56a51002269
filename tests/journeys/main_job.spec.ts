// The main job, as a person does it: drop an invoice, check what was read, accept, and follow the figure everywhere.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, overflows, seriousFaults, signIn, visitor } from './browser';
import { invoicePdf } from './invoice_pdf';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each([1440, 390])('at %i pixels', (width) => {
  it('an invoice goes from the drop zone to the annual report', async () => {
    const { page, complaints } = await visitor(browser, width);
    const faults: string[] = [];
    const check = async () => {
      faults.push(...(await seriousFaults(page)));
      expect(await overflows(page), `${page.url()} is wider than the window`).toBe(false);
    };
    await signIn(page);
    await check();

    const now = new Date();
    const two = (number: number) => String(number).padStart(2, '0');
    const number = `F-${now.getTime().toString().slice(-8)}`;
    const year = now.getFullYear();
    await page.goto('/papiers');
    await page.getByRole('heading', { level: 1, name: 'Papiers' }).waitFor();
    await check();
    await page.locator('input[type=file]').setInputFiles({
      name: `${number}.pdf`,
      mimeType: 'application/pdf',
      buffer: invoicePdf({
        supplier: 'ATLAS ENTRETIEN SARL',
        identifier: 'ICE : 001512345000088',
        number,
        date: `${two(now.getDate())}/${two(now.getMonth() + 1)}/${year}`,
        customer: 'Résidence Les Orangers',
        label: 'Entretien des espaces verts',
        net: '1 000,00',
        tax: '200,00',
        total: '1 200,00',
      }),
    });
    const received = page.getByRole('complementary', { name: 'Envoi des fichiers' });
    await received.getByRole('link', { name: `${number}.pdf` }).click({ timeout: 60_000 });

    const total = page.locator('#field-total_including_tax');
    await total.waitFor({ timeout: 60_000 });
    expect((await total.inputValue()).replace(/\s/g, '')).toBe('1200,00');
    expect(await page.locator('#field-number').inputValue()).toBe(number);
    await page.locator('.lit').first().waitFor();
    expect(await page.locator('.lit').count()).toBeGreaterThan(2);
    await page.getByText('Équilibrée').waitFor();
    await check();
    const paper = page.url();
    const answer = page.waitForResponse((response) => response.url().endsWith('/accept'));
    await page.keyboard.press('Control+Enter');
    expect((await answer).status(), await (await answer).text()).toBeLessThan(300);
    await page.getByText('Écriture comptabilisée.').waitFor();

    await page.goto(paper);
    await page.getByRole('link', { name: 'Voir l’écriture' }).waitFor();

    await page.goto('/comptabilite/balance');
    await page.getByRole('heading', { level: 1, name: 'Balance générale' }).waitFor();
    await page.getByText('Équilibrée').waitFor();
    await check();
    await page.goto(`/comptabilite/journal`);
    await page.getByRole('link', { name: /^[A-Z]+-\d+$/ }).first().waitFor();
    await page.getByPlaceholder('Filtrer').fill(number);
    await page.locator('tbody').getByRole('link', { name: /^[A-Z]+-\d+$/ }).first().click();
    await page.getByText('Comptabilisée').first().waitFor();
    await page.locator('.lit.active').waitFor();
    await check();

    const account = page.locator('.entry tbody a').first();
    const code = (await account.innerText()).trim();
    await account.click();
    await page.getByRole('heading', { level: 1, name: new RegExp(code) }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    await check();

    await page.goto(`/rapports/annuel?annee=${year}`);
    await page.getByRole('heading', { level: 1, name: `Rapport annuel ${year}` }).waitFor();
    await page.getByRole('heading', { name: 'Charges par fournisseur' }).waitFor();
    await check();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PDF' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);

    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
