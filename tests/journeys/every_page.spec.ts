// Every page the router knows, at both widths, in light and dark: nothing in the console, no refused call, no serious fault
// of accessibility, nothing wider than the window, no label's key and no hole of a program on the screen.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import labels from '../../web/src/i18n/fr.json';
import { axeOf, openBrowser, overflows, seriousFaults, signIn, visitor } from './browser';

/** Where a path with a parameter finds a page to show: a list, and the link in it. */
const samples: Record<string, [list: string, link: string]> = {
  '/comptabilite/journal/:id': ['/comptabilite/journal', 'main tbody a[href^="/comptabilite/journal/"]'],
  '/depenses/:id': ['/depenses', 'main tbody a[href^="/depenses/"]'],
  '/papiers/:id': ['/papiers', 'main tbody a[href^="/papiers/"]'],
  '/tiers/:id': ['/coproprietaires', 'main tbody a[href^="/tiers/"]'],
};
const elsewhere: Record<string, string> = { '/:other(.*)*': '/nulle-part' };

/** Rows of a long table repeat the first ones: looking at all of them takes minutes. The shell is looked at on the first page. */
const rows = ['tbody > tr:nth-child(n+7)', 'main li:nth-child(n+10)'];
const shell = ['nav.side', 'header.top', 'nav.bottom'];
const repeatedOn = (path: string) => (path === '/' ? rows : [...rows, ...shell]);
/** Calls that are answered by a refusal in good order: nobody is signed in yet, the second factor is asked for. */
const expected = /\/auth\/refresh$/;
const sections = Object.keys(labels).join('|');
const bareKey = new RegExp(`(?<![\\w/.@-])(?:${sections})\\.[A-Za-z_]\\w*(?:\\.\\w+)*(?!\\S*@)`, 'g');
const hole = /\b(?:undefined|NaN|null)\b|\[object \w+\]|Invalid Date/g;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

interface Watched {
  page: Page;
  faults: string[];
}
const here = (page: Page) => new URL(page.url()).pathname;

async function watched(width: number): Promise<Watched> {
  const { page, complaints: faults } = await visitor(browser, width);
  await page.emulateMedia({ reducedMotion: 'reduce' }); // a colour on its way from light to dark has no contrast yet
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/status of 401/.test(message.text())) faults.push(`${here(page)}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected.test(response.url())) faults.push(`${here(page)}: ${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return { page, faults };
}
/** The paths of the router itself: a new page cannot be forgotten. */
async function paths(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const app = (document.querySelector('#app') as unknown as { __vue_app__: { config: { globalProperties: { $router: { getRoutes: () => { path: string; meta: { open?: boolean } }[] } } } } }).__vue_app__;
    return app.config.globalProperties.$router.getRoutes().filter((route) => !route.meta.open).map((route) => route.path);
  });
}
/** Walks as a click does, without loading the application again, and waits until nothing on the page is still loading. */
async function walkTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const app = (document.querySelector('#app') as unknown as { __vue_app__: { config: { globalProperties: { $router: { push: (to: string) => Promise<unknown> } } } } }).__vue_app__;
    return app.config.globalProperties.$router.push(to).then(() => undefined);
  }, path);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => !document.querySelector('main .skeleton'), undefined, { polling: 50 });
}
/** Turns the lights off, or on again, as the person does; `pale` tells the texts that cannot be read then. */
async function pale(page: Page): Promise<string[]> {
  const turn = (theme: string) => page.evaluate((to) => document.documentElement.setAttribute('data-bs-theme', to), theme);
  await turn('dark');
  const { violations } = await repeatedOn(here(page)).reduce((axe, part) => axe.exclude(part), axeOf(page)).withRules(['color-contrast']).analyze();
  await turn('light');
  return violations.flatMap((fault) => fault.nodes.map((node) => `${here(page)} in the dark: ${fault.id} at ${node.target.join(' ')}`));
}
async function faultsOf(page: Page): Promise<string[]> {
  const path = here(page);
  const faults = await seriousFaults(page, repeatedOn(path));
  if (await overflows(page)) faults.push(`${path} is wider than the window`);
  const text = await page.locator('body').innerText();
  for (const key of new Set(text.match(bareKey) ?? [])) faults.push(`${path}: « ${key} » is a label's key`);
  for (const word of new Set(text.match(hole) ?? [])) faults.push(`${path}: « ${word} » on the screen`);
  return faults;
}

describe.each([1440, 390])('at %i pixels', (width) => {
  it('every page of the router, as the accountant sees it', async () => {
    const { page, faults } = await watched(width);
    await signIn(page);
    const all = await paths(page);
    expect(all.length).toBeGreaterThan(40);
    for (const path of all) {
      const sample = samples[path];
      if (sample) {
        await walkTo(page, sample[0]);
        await walkTo(page, (await page.locator(sample[1]).first().getAttribute('href'))!);
      } else {
        expect(elsewhere[path] ?? path, `${path} needs a sample`).not.toContain(':');
        await walkTo(page, elsewhere[path] ?? path);
      }
      faults.push(...(await faultsOf(page)), ...(width > 600 ? await pale(page) : []));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  // Others meet pages that are not theirs: each says so without asking the server.
  it.each(['administratrice', 'conseil', 'propriétaire'])('every page, as %s sees it', async (role) => {
    const { page, faults } = await watched(width);
    await signIn(page, role);
    faults.push(...(await faultsOf(page)));
    // What is asked of the server does not depend on the width.
    for (const path of width > 600 ? [] : (await paths(page)).filter((one) => !one.includes(':'))) {
      await walkTo(page, path);
      if (await overflows(page)) faults.push(`${path} is wider than the window`);
      for (const word of new Set((await page.locator('main').innerText()).match(bareKey) ?? [])) faults.push(`${path}: « ${word} » is a label's key`);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the doors, before anybody is signed in', async () => {
    const { page, faults } = await watched(width);
    for (const path of ['/connexion', '/mot-de-passe', '/bienvenue']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      faults.push(...(await faultsOf(page)), ...(await pale(page)));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
