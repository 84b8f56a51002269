// A real Chromium against a real server, and what every journey needs of it.
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { address, demoSignIn } from '../support/demo_sign_in';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.DAFTAR_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A fresh visitor; whatever the page complains of in its console is kept. */
export async function visitor(browser: Browser, width: number): Promise<{ page: Page; complaints: string[] }> {
  const phone = width < 600;
  const context = await browser.newContext({ baseURL: address, viewport: { width, height: phone ? 844 : 900 }, locale: 'fr-FR', hasTouch: phone, isMobile: phone });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
}

export async function signIn(page: Page, role?: string): Promise<void> {
  const { email, password } = demoSignIn(role);
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.getByRole('heading', { level: 1, name: /Bonjour/ }).waitFor();
}

/** Axe in one go: the product has no frames, for whose sake it would open a second page each time. */
export const axeOf = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true);

/** Faults that axe calls serious or critical, in words; what is left out repeats what is looked at. */
export async function seriousFaults(page: Page, leftOut: string[] = []): Promise<string[]> {
  const axe = leftOut.reduce((builder, part) => builder.exclude(part), axeOf(page));
  const { violations } = await axe.analyze();
  return violations
    .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
    .flatMap((fault) => fault.nodes.map((node) => `${new URL(page.url()).pathname}: ${fault.id} at ${node.target.join(' ')}`));
}

/** True when something is wider than the window. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
