import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/comptabilite/journal', name: 'journal', component: () => import('./JournalPage.vue') },
  { path: '/comptabilite/journal/saisie', name: 'new-entry', component: () => import('./NewEntryPage.vue'), meta: { place: 'journal' } },
  { path: '/comptabilite/journal/:id', name: 'entry', props: true, component: () => import('./EntryPage.vue'), meta: { place: 'journal' } },
  { path: '/comptabilite/grand-livre', name: 'ledger', component: () => import('./LedgerPage.vue') },
  { path: '/comptabilite/balance', name: 'trial-balance', component: () => import('./TrialBalancePage.vue') },
  { path: '/comptabilite/comptes', name: 'accounts', component: () => import('./AccountsPage.vue') },
  { path: '/comptabilite/lettrage', name: 'matching', component: () => import('./matching/MatchingPage.vue') },
  { path: '/comptabilite/brouillons', name: 'drafts', component: () => import('./drafts/DraftsPage.vue') },
  { path: '/comptabilite/budget', name: 'budget', component: () => import('./budget/BudgetPage.vue') },
  { path: '/comptabilite/provisions', name: 'provisions', component: () => import('./provisions/ProvisionsPage.vue') },
  { path: '/depenses/categories', name: 'expense-categories', component: () => import('./categories/CategoriesPage.vue') },
  { path: '/depenses', name: 'expenses', component: () => import('./expenses/ExpensesPage.vue') },
  { path: '/depenses/nouvelle', name: 'new-expense', component: () => import('./expenses/NewExpensePage.vue'), meta: { place: 'expenses' } },
  { path: '/depenses/:id', name: 'expense', props: true, component: () => import('./expenses/ExpensePage.vue'), meta: { place: 'expenses' } },
  { path: '/appels', name: 'calls', component: () => import('./owners/CallsPage.vue') },
  { path: '/appels/nouveau', name: 'new-call', component: () => import('./owners/NewCallPage.vue'), meta: { place: 'calls' } },
  { path: '/encaissements', name: 'receipts', component: () => import('./owners/ReceiptsPage.vue') },
  { path: '/comptabilite/anomalies', name: 'anomalies', component: () => import('./AnomaliesPage.vue') },
  { path: '/comptabilite/cloture', name: 'closing', component: () => import('./ClosingPage.vue') },
];
