import { expect, it } from 'vitest';
import { ranked, type Command } from './palette';

const commands: Command[] = [
  { id: 'journal', kind: 'go', label: 'Journal', icon: '' },
  { id: 'balance', kind: 'go', label: 'Balance générale', icon: '' },
  { id: 'ledger', kind: 'go', label: 'Grand livre', icon: '', words: 'compte' },
  { id: 'drop', kind: 'do', label: 'Déposer des papiers', icon: '' },
  { id: 'found', kind: 'find', label: 'Facture F-12', icon: '' },
];
const ids = (typed: string) => ranked(commands, typed).map((command) => command.id);

it('shows places and acts before anything is typed', () => {
  expect(ids('')).toEqual(['journal', 'balance', 'ledger', 'drop']);
});
it('ranks beginnings first and keeps what the server found', () => {
  expect(ids('generale')).toEqual(['balance', 'found']);
  expect(ids('compte')).toEqual(['ledger', 'found']);
  expect(ids('deposer')[0]).toBe('drop');
});
