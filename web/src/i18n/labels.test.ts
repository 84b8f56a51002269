import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import ar from './ar.json';
import en from './en.json';
import fr from './fr.json';

type Tree = { [name: string]: string | Tree };

function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [prefix + name] : keysOf(value, `${prefix}${name}.`),
  );
}
function textsOf(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) => (typeof value === 'string' ? [[prefix + name, value] as [string, string]] : textsOf(value, `${prefix}${name}.`)));
}
const placesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');
function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts') ? [path] : [];
  });
}

const french = new Set(keysOf(fr));

// Everything but the tools of those who keep the books and of administrators.
const owed = [
  ...['common', 'nav', 'navShort', 'shell', 'palette', 'table', 'picker', 'unsaved', 'viewer', 'nowhere', 'closed', 'own', 'entrance', 'signIn', 'reset', 'me', 'totp', 'role'],
  ...['expenses', 'expenseStatus', 'calls', 'callPurpose', 'callStatus', 'receipts', 'matching', 'provisions', 'proofs', 'review', 'statementLine', 'periodStatus'],
  ...['home', 'firstSteps', 'problem', 'kpi', 'documents', 'documentStatus', 'documentType', 'jobs', 'jobStatus', 'jobKind'],
  ...['entry', 'entryStatus', 'proof', 'journal', 'balance', 'ledger', 'accountType', 'anomalies', 'severity', 'anomalyType', 'closing', 'checkStatus'],
  ...['movementStatus', 'statements', 'reconciliation', 'reconciliationStatus'],
  ...['reports', 'annual', 'activity', 'statutory', 'aged', 'compare', 'vat', 'vatStatus', 'vatFiling'],
];

describe('labels', () => {
  it('of every page exist in French', () => {
    const missing = new Set<string>();
    for (const path of sources(join(__dirname, '..'))) {
      for (const [, key] of readFileSync(path, 'utf8').matchAll(/\$?\bt\(\s*'([A-Za-z][\w.-]*)'/g)) {
        if (!french.has(key!)) missing.add(key!);
      }
    }
    expect([...missing]).toEqual([]);
  });
  it.each([
    ['en', en],
    ['ar', ar],
  ])('of %s all have their French original', (_, labels) => {
    expect(keysOf(labels).filter((key) => !french.has(key))).toEqual([]);
  });
  it.each([
    ['en', en],
    ['ar', ar],
  ])('of the shell and of what an owner or a member of the board sees exist in %s', (_, labels) => {
    const there = new Set(keysOf(labels));
    const missing = [...french].filter((key) => owed.includes(key.split('.')[0]!) && !there.has(key));
    expect(missing).toEqual([]);
  });
  it.each([
    ['en', en],
    ['ar', ar],
  ])('of %s name the same values as the French ones', (_, labels) => {
    const french = new Map(textsOf(fr));
    expect(textsOf(labels).filter(([key, text]) => placesIn(text) !== placesIn(french.get(key)!)).map(([key]) => key)).toEqual([]);
  });
});
