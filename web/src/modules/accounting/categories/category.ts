// The form of an expense category: which account its invoices go to, and where the income statement shows it.
import type { Category } from '@/api/types';
import { foldText } from '@/ui/tableState';

export const statementLines = ['property_expenses', 'utilities', 'maintenance', 'management_fees', 'insurance', 'other_expenses'];

export interface CategoryForm {
  code: string;
  name: string;
  account: string;
  line: string;
  active: boolean;
}

export const categoryForm = (category: Category | null): CategoryForm =>
  category
    ? { code: category.code, name: category.name, account: category.account_code, line: category.statement_line, active: category.is_active }
    : { code: '', name: '', account: '', line: 'other_expenses', active: true };

/** "Entretien des espaces verts" → "entretien_des_espaces_verts". */
export const codeOfName = (name: string) => foldText(name).replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 60);

/** A new category never takes the code of one that exists: that would change it without a word. */
export const isTaken = (code: string, categories: readonly Category[]) => categories.some((category) => category.code === code.toLowerCase());

export const categoryBody = (form: CategoryForm) => ({ name: form.name.trim(), account_code: form.account, statement_line: form.line, is_active: form.active });
