// node print.mjs FOLDER TARGET: prints every FOLDER/*.html to TARGET as PDF with Chromium, its truth beside it, and an
// index.tsv for `bench_documents --papers`. A paper is one HTML file; the truth is the JSON in its last script element. An
// issuer with several papers is one file with {{places}}, and {papers: [{values, truth}, …]} for its JSON.
import { readdir, readFile, writeFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const { chromium } = createRequire(path.join(here, '../../../web/package.json'))('playwright-core');
const [folder, target] = process.argv.slice(2);
const TRUTH = /<script type="application\/json">([\s\S]*?)<\/script>/;

await mkdir(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.DAFTAR_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage();
const index = ['file\tground_truth_file'];
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.html')).sort()) {
  const name = path.basename(file, '.html');
  const html = await readFile(path.join(folder, file), 'utf8');
  const found = TRUTH.exec(html);
  if (!found) throw new Error(`${file}: no truth`);
  const said = JSON.parse(found[1]);
  for (const [at, { values, truth }] of (said.papers ?? [{ values: {}, truth: said }]).entries()) {
    const paper = said.papers ? `${name}-${at + 1}` : name;
    await page.setContent(html.replace(/\{\{(\w+)\}\}/g, (_, place) => values[place]));
    await page.pdf({ path: path.join(target, `${paper}.pdf`), preferCSSPageSize: true, printBackground: true });
    await writeFile(path.join(target, `${paper}.json`), JSON.stringify(truth));
    index.push(`${paper}.pdf\t${paper}.json`);
  }
}
await writeFile(path.join(target, 'index.tsv'), `${index.join('\n')}\n`);
await browser.close();
