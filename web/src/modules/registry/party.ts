// The form of a party: identifiers as rows, and what is sent.
export interface PartyForm {
  kind: string;
  name: string;
  email: string;
  phone: string;
  address: string;
  category: string;
  active: boolean;
  identifiers: { kind: string; value: string }[];
}

export const identifierKinds: Record<string, string[]> = {
  MA: ['ice', 'fiscal_id', 'trade_register', 'professional_tax', 'cnss', 'vat'],
  BE: ['be_enterprise', 'vat'],
  FR: ['siren', 'siret', 'vat'],
};

export const emptyParty = (kind: string): PartyForm => ({ kind, name: '', email: '', phone: '', address: '', category: '', active: true, identifiers: [] });

/** Identifier rows without a value are not sent; the remark of the n-th sent one belongs to the n-th filled row. */
export function partyBody(form: PartyForm, isNew: boolean): object {
  return {
    name: form.name.trim(),
    email: form.email.trim(),
    phone: form.phone.trim(),
    address: form.address.trim(),
    ...(form.category ? { default_category: form.category } : {}),
    identifiers: form.identifiers.filter((one) => one.value.trim()).map((one) => ({ kind: one.kind, value: one.value.trim() })),
    ...(isNew ? { kind: form.kind } : { is_active: form.active }),
  };
}

export function sentPlace(form: PartyForm, row: number): number {
  return form.identifiers.slice(0, row).filter((one) => one.value.trim()).length;
}
