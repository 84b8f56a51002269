// The form of an organization, and the parts that accounts of its books play.
import type { Schemas } from '@/api/types';

export type Organization = Schemas['identity.OrganizationView'];
export interface OrganizationForm {
  name: string;
  address: string;
  vatRegime: string;
  timeZone: string;
  firstMonth: number;
  identifiers: { name: string; value: string }[];
}

export const countries = ['MA', 'BE', 'FR'] as const;
export const charts: Record<string, string> = { MA: 'ma-syndicat', BE: 'be-acp', FR: 'fr-copropriete' };
export const timeZones = ['Africa/Casablanca', 'Europe/Brussels', 'Europe/Paris', 'UTC'];
/** Names under which authorities know an organization; the first is offered for a new row. */
export const identifierNames: Record<string, string[]> = { MA: ['ICE', 'IF', 'RC', 'TP', 'CNSS'], BE: ['BCE', 'TVA'], FR: ['SIREN', 'SIRET', 'RNC', 'TVA'] };

export function formOf(organization: Organization): OrganizationForm {
  const texts = Object.entries((organization.identifiers ?? {}) as Record<string, unknown>);
  return {
    name: organization.name,
    address: organization.address,
    vatRegime: organization.vat_regime,
    timeZone: organization.time_zone,
    firstMonth: organization.fiscal_year_start_month,
    identifiers: texts.map(([name, value]) => ({ name, value: String(value) })),
  };
}

/** What is sent: rows without a name or a value are left out. */
export function organizationBody(form: OrganizationForm): object {
  const identifiers = form.identifiers.map((one) => [one.name.trim(), one.value.trim()]).filter(([name, value]) => name && value);
  return {
    name: form.name.trim(),
    address: form.address.trim(),
    vat_regime: form.vatRegime,
    time_zone: form.timeZone,
    fiscal_year_start_month: form.firstMonth,
    identifiers: Object.fromEntries(identifiers) as Record<string, string>,
  };
}

/** The name that stands twice: the second would cover the first. */
export function twiceNamed(form: OrganizationForm): string | null {
  const names = form.identifiers.filter((one) => one.value.trim()).map((one) => one.name.trim());
  return names.find((name, index) => name && names.indexOf(name) !== index) ?? null;
}

export function nextIdentifier(form: OrganizationForm, country: string): string {
  return (identifierNames[country] ?? []).find((name) => !form.identifiers.some((one) => one.name === name)) ?? '';
}

export interface BoundRole {
  role: string;
  account_code: string;
  account_name: string;
}
const optionalRoles = ['result', 'result_deficit', 'carried_forward_deficit', 'internal_transfer', 'rounding', 'owners_advances'];

/** The bound parts, then those that a chart may leave without an account. */
export function allRoles(bound: readonly BoundRole[]): BoundRole[] {
  const missing = optionalRoles.filter((role) => !bound.some((one) => one.role === role));
  return [...bound, ...missing.map((role) => ({ role, account_code: '', account_name: '' }))];
}
