import { expect, it } from 'vitest';
import { allRoles, formOf, nextIdentifier, organizationBody, twiceNamed, type Organization } from './organization';

const organization = { id: 'o', name: 'Les Érables', country: 'MA', currency: 'MAD', chart: 'ma-syndicat', vat_regime: 'none', time_zone: 'Africa/Casablanca', fiscal_year_start_month: 1, address: 'Rabat', identifiers: { ICE: '001' }, version: 3 } as unknown as Organization;

it('sends back what it read when nothing was changed', () => {
  expect(organizationBody(formOf(organization))).toEqual({ name: 'Les Érables', address: 'Rabat', vat_regime: 'none', time_zone: 'Africa/Casablanca', fiscal_year_start_month: 1, identifiers: { ICE: '001' } });
});

it('leaves empty identifiers out and tells a name that stands twice', () => {
  const form = formOf(organization);
  form.identifiers.push({ name: 'RC', value: ' ' }, { name: '', value: '9' });
  expect(organizationBody(form)).toMatchObject({ identifiers: { ICE: '001' } });
  expect(twiceNamed(form)).toBeNull();
  form.identifiers.push({ name: 'ICE ', value: '002' });
  expect(twiceNamed(form)).toBe('ICE');
  expect(nextIdentifier(form, 'MA')).toBe('IF');
  expect(nextIdentifier(form, 'XX')).toBe('');
});

it('names the parts that no account plays yet, once', () => {
  const roles = allRoles([{ role: 'bank', account_code: '5141', account_name: 'Banques' }, { role: 'result', account_code: '119', account_name: 'Résultat' }]);
  expect(roles.filter((one) => one.role === 'result')).toHaveLength(1);
  expect(roles.find((one) => one.role === 'rounding')?.account_code).toBe('');
});
