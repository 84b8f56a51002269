// Adds up the result files of one test run (GoogleTest and Vitest, both JSON) and prints the last line of `./dev test`.
//   node tools/count_tests.mjs FOLDER [runs that failed without a result…]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...broken] = process.argv.slice(2);
let passed = 0;
let skipped = 0;
const failed = [];

function countGoogleTest(report) {
  for (const suite of report.testsuites) {
    for (const test of suite.testsuite) {
      if (test.failures) failed.push(`${suite.name}.${test.name}`);
      else if (test.result === 'SKIPPED') skipped++;
      else if (test.status === 'RUN') passed++;
    }
  }
}

function countVitest(report) {
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')) failed.push(file.name);
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++;
      else if (test.status === 'failed') failed.push(test.fullName);
      else skipped++;
    }
  }
}

for (const name of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  if (report.testsuites) countGoogleTest(report);
  else countVitest(report);
}
for (const name of broken) failed.push(`${name} ended without a result`);
for (const name of failed) console.log(`FAILED ${name}`);
if (skipped) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length || !passed ? 1 : 0);
