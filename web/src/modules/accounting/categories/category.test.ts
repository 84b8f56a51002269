import { expect, it } from 'vitest';
import { categoryBody, categoryForm, codeOfName, isTaken } from './category';

const gardens = { code: 'gardens', name: 'Jardins', account_code: '61330', statement_line: 'maintenance', is_active: true, from_chart: false, version: 1 };

it('makes a code of a name, and sees one that exists', () => {
  expect(codeOfName('  Entretien des espaces verts (été) ')).toBe('entretien_des_espaces_verts_ete');
  expect(codeOfName('***')).toBe('');
  expect(isTaken('Gardens', [gardens])).toBe(true);
  expect(isTaken('garden', [gardens])).toBe(false);
});
it('sends what the form says', () => {
  expect(categoryBody({ ...categoryForm(gardens), name: ' Jardins et cours ', active: false })).toEqual({ name: 'Jardins et cours', account_code: '61330', statement_line: 'maintenance', is_active: false });
});
