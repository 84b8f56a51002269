import { describe, expect, it } from 'vitest';
import { cutEvents } from './events';
import { pageOf, query } from './http';
import { problemOf } from './problem';

describe('problems', () => {
  it('keep their code, their sentence and their places', () => {
    const problem = problemOf(400, {
      status: 400,
      code: 'invalid_input',
      detail: 'Deux champs sont à corriger.',
      request_id: 'r1',
      problems: [{ path: 'lines[1].debit', code: 'too_many_decimals', message: 'Deux décimales au plus.' }],
    });
    expect(problem.code).toBe('invalid_input');
    expect(problem.message).toBe('Deux champs sont à corriger.');
    expect(problem.at('/lines/1/debit')).toBe('Deux décimales au plus.');
    expect(problem.at('lines.0.debit')).toBeUndefined();
  });
  it('stand in for an answer that is no problem', () => {
    expect(problemOf(502, '<html>').code).toBe('http_502');
    expect(problemOf(502, '<html>').message).toBe('Le serveur n’est pas disponible pour le moment (502). Réessayez dans un instant.');
    expect(problemOf(418, null).message).toBe('Le serveur a répondu 418.');
  });
});

describe('lists', () => {
  it('are read in both shapes', () => {
    expect(pageOf({ items: [1], next: 'c' }, undefined)).toEqual({ items: [1], next: 'c' });
    expect(pageOf([1], '</api/v1/accounts?cursor=a%3D%3D>; rel="next"')).toEqual({ items: [1], next: 'a==' });
    expect(pageOf([1], undefined)).toEqual({ items: [1], next: null });
  });
  it('are asked without empty parameters', () => {
    expect(query({ a: '', b: null, c: 0, d: false, e: undefined })).toEqual({ c: '0', d: 'false' });
  });
});

it('events arrive whole, in pieces or many at once', () => {
  const cut = cutEvents('event: document\ndata: {"id":1}\n\n: heartbeat\n\ndata: a\ndata: b\n\nevent: jo');
  expect(cut.events).toEqual([
    { name: 'document', data: '{"id":1}' },
    { name: 'message', data: 'a\nb' },
  ]);
  expect(cut.rest).toBe('event: jo');
});
