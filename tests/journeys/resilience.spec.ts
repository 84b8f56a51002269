// When things go wrong in the middle of work: the session ends, the server fails, the network goes. Nothing typed is lost.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { address, demoSignIn } from '../support/demo_sign_in';
import { openBrowser, seriousFaults, signIn, visitor } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function typedExpense(page: Page, title: string): Promise<void> {
  await page.goto('/depenses/nouvelle');
  await page.getByLabel('Objet').fill(title);
  const category = page.locator('select[required]');
  await category.locator('option').nth(1).waitFor({ state: 'attached' });
  await category.selectOption({ index: 1 });
  await page.getByLabel('Désignation').first().fill('Clés');
  await page.getByLabel('Prix HT').first().fill('12,50');
  await page.getByText('Équilibrée').waitFor();
}

/** Somebody signs this person out everywhere, from another machine. */
async function endSessionsOf(email: string, password: string): Promise<void> {
  const ask = async (path: string, init: RequestInit = {}, token = '') =>
    fetch(`${address}/api/v1${path}`, { ...init, headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) } });
  const { access_token: token } = (await (await ask('/auth/login', { method: 'POST', body: JSON.stringify({ email, password }) })).json()) as { access_token: string };
  const answer = (await (await ask('/auth/sessions', {}, token)).json()) as { items: { id: string; is_current?: boolean; current?: boolean }[] };
  for (const one of answer.items) if (!one.is_current && !one.current) await ask(`/auth/sessions/${one.id}`, { method: 'DELETE' }, token);
}

it('a session that ends in the middle of an expense is taken up again over the page', async () => {
  const { page, complaints } = await visitor(browser, 1440);
  const { email, password } = demoSignIn('syndic');
  await signIn(page, 'syndic');
  const title = `Serrurier ${Date.now()}`;
  await typedExpense(page, title);
  await endSessionsOf(email, password);
  await page.waitForTimeout(1500); // the end of a session is known to every server within a second
  await page.getByRole('button', { name: 'Enregistrer et comptabiliser' }).click();
  const door = page.getByRole('dialog', { name: 'Votre session a pris fin' });
  await door.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await door.getByLabel('Mot de passe').fill('pas le bon');
  await door.getByRole('button', { name: 'Continuer' }).click();
  await door.getByRole('alert').waitFor();
  await door.getByLabel('Mot de passe').fill(password);
  await door.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor(); // what waited went through
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('a server that fails says so, keeps the form, and the second try goes through once', async () => {
  const { page } = await visitor(browser, 1440);
  await signIn(page);
  const title = `Vitrier ${Date.now()}`;
  await typedExpense(page, title);
  const keys: (string | undefined)[] = [];
  let failures = 0;
  await page.route('**/api/v1/expenses', (route) => {
    if (route.request().headers()['daftar-dry-run'] || route.request().method() !== 'POST') return route.continue();
    keys.push(route.request().headers()['idempotency-key']);
    return failures++ === 0 ? route.fulfill({ status: 503, contentType: 'text/html', body: '<html>maintenance</html>' }) : route.continue();
  });
  await page.getByRole('button', { name: 'Enregistrer et comptabiliser' }).click();
  await page.getByText('Le serveur n’est pas disponible pour le moment (503)').waitFor();
  expect(await page.getByLabel('Objet').inputValue()).toBe(title);
  await page.getByRole('button', { name: 'Enregistrer et comptabiliser' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(keys).toEqual([keys[0], keys[0]]); // had the first been done after all, the second would not do it again
  expect(keys[0]).toBeTruthy();
  await page.context().close();
});

it('without a connection the page says so, stays, and goes on when it is back', async () => {
  const { page } = await visitor(browser, 1440);
  await signIn(page);
  await page.goto('/comptabilite/journal');
  await page.locator('main tbody tr').first().waitFor();
  await page.context().setOffline(true);
  await page.getByText('Hors connexion').waitFor();
  await page.getByRole('link', { name: 'Papiers' }).click(); // a page whose code was never loaded
  await page.getByText('Cette page n’a pas pu être chargée').waitFor();
  expect(await page.locator('main tbody tr').count()).toBeGreaterThan(10);
  await page.context().setOffline(false);
  await page.getByText('Hors connexion').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Papiers' }).waitFor();
  await page.context().close();
});
