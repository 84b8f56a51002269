// A real Chromium against a real server, and what every journey needs of it.
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { readFileSync } from 'node:fs';

export const address = process.env.DAFTAR_TEST_URL ?? 'http://127.0.0.1:8080';

/** A sign-in of the demonstration: from the environment, else as the server printed it at its start. */
export function demoSignIn(role = 'comptable'): { email: string; password: string } {
  const { DAFTAR_TEST_EMAIL: email, DAFTAR_TEST_PASSWORD: password, DAFTAR_TEST_LOG: log } = process.env;
  if (email && password) return { email, password };
  const printed = log ? readFileSync(log, 'utf8') : '';
  const line = printed.split('\n').find((text) => text.toLowerCase().includes(role) && /\S+@\S+/.test(text));
  const found = line && /(\S+@\S+?)[\s,/:]+(?:mot de passe\s*:?\s*)?(\S+)/i.exec(line);
  if (!found) throw new Error(`No demo sign-in for « ${role} »: set DAFTAR_TEST_EMAIL and DAFTAR_TEST_PASSWORD.`);
  return { email: found[1]!, password: found[2]! };
}

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

/** Faults that axe calls serious or critical, in words. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
    .flatMap((fault) => fault.nodes.map((node) => `${new URL(page.url()).pathname}: ${fault.id} at ${node.target.join(' ')}`));
}

/** True when something is wider than the window. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
