// node print.mjs FOLDER TARGET: prints every FOLDER/*.html to TARGET as PDF with Chromium, its truth beside it, and an
// index.tsv for `bench_documents --extra`. A paper is one HTML file; the truth is the JSON in its last script element.
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
  const truth = TRUTH.exec(html);
  if (!truth) throw new Error(`${file}: no truth`);
  await page.setContent(html);
  await page.pdf({ path: path.join(target, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
  await writeFile(path.join(target, `${name}.json`), JSON.stringify(JSON.parse(truth[1])));
  index.push(`${name}.pdf\t${name}.json`);
}
await writeFile(path.join(target, 'index.tsv'), `${index.join('\n')}\n`);
await browser.close();
