// The server says what stands behind a figure as one of its own queries; here that query becomes a page.
const words: Record<string, string> = {
  account_code: 'compte',
  auxiliary_code: 'auxiliaire',
  start_date: 'du',
  end_date: 'au',
  date: 'au',
  year: 'annee',
  quarter: 'trimestre',
  journal_code: 'journal',
  category: 'categorie',
  supplier_id: 'fournisseur',
  search: 'filtre',
};

const pages: [RegExp, string][] = [
  [/^\/accounting\/ledger$/, '/comptabilite/grand-livre'],
  [/^\/accounting\/trial-balance$/, '/comptabilite/balance'],
  [/^\/accounting\/journal-entries$/, '/comptabilite/journal'],
  [/^\/accounting\/journal-entries\/([^/]+)$/, '/comptabilite/journal/$1'],
  [/^\/accounting\/drafts$/, '/comptabilite/brouillons'],
  [/^\/accounting\/drafts\/([^/]+)$/, '/comptabilite/journal/$1?brouillon=1'],
  [/^\/accounting\/provisions$/, '/comptabilite/provisions'],
  [/^\/budgets$/, '/comptabilite/budget'],
  [/^\/expense-categories$/, '/depenses/categories'],
  [/^\/buildings$/, '/immeubles'],
  [/^\/expenses$/, '/depenses'],
  [/^\/expenses\/([^/]+)$/, '/depenses/$1'],
  [/^\/documents$/, '/papiers'],
  [/^\/documents\/([^/]+)$/, '/papiers/$1'],
  [/^\/bank\/movements$/, '/banque'],
  [/^\/bank\/statements$/, '/banque/releves'],
  [/^\/bank\/missing-statements$/, '/banque/releves'],
  [/^\/accounting\/bank-reconciliation$/, '/banque/rapprochement'],
  [/^\/accounting\/aged-balance$/, '/rapports/balance-agee'],
  [/^\/accounting\/anomalies$/, '/comptabilite/anomalies'],
  [/^\/reports\/annual$/, '/rapports/annuel'],
  [/^\/reports\/balance-sheet$/, '/rapports/bilan'],
  [/^\/reports\/income-statement$/, '/rapports/resultat'],
  [/^\/reports\/activity-report$/, '/rapports/activite'],
  [/^\/reports\/vat-declaration$/, '/rapports/tva'],
  [/^\/reports\/statements$/, '/rapports/etats'],
  [/^\/accounts$/, '/comptabilite/comptes'],
  [/^\/party-bank-accounts\/to-verify$/, '/fournisseurs'],
];

/** The page for `/api/v1/accounting/ledger?account_code=…`; nothing when no page shows it. */
export function pageOfLink(link: string | null | undefined): string | null {
  if (!link) return null;
  const [path, search] = link.replace(/^\/api\/v1/, '').split('?') as [string, string | undefined];
  const match = pages.find(([pattern]) => pattern.test(path));
  if (!match) return null;
  const query = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(search ?? '')) query.set(words[name] ?? name, value);
  const text = query.toString();
  return path.replace(match[0], match[1]) + (text ? `?${text}` : '');
}
