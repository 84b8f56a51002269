// Short names for the types that the server describes of itself.
import type { components } from '@/generated/api';

export type Schemas = components['schemas'];
export type Expense = Schemas['accounting.ExpenseSummary'];
export type ExpenseDetail = Schemas['accounting.ExpenseView'];
export type RecordedExpense = Schemas['accounting.RecordedExpense'];
export type Category = Schemas['accounting.CategoryView'];
export type Party = Schemas['registry.PartyView'];
export type Building = Schemas['registry.BuildingView'];
export type PartyBankAccount = Schemas['registry.BankAccountView'];
export type BankAccount = Schemas['banking.BankAccountView'];
export type TableLayout = Schemas['banking.TableLayout'];
export type Call = Schemas['accounting.CallSummary'];
export type Receipt = Schemas['accounting.ReceiptSummary'];
export type OpenItem = Schemas['ledger.OpenItemView'];
export type Matching = Schemas['ledger.MatchingView'];
