import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/banque', name: 'bank', component: () => import('./WorkbenchPage.vue') },
  { path: '/banque/releves', name: 'statements', component: () => import('./StatementsPage.vue') },
  { path: '/banque/rapprochement', name: 'reconciliation', component: () => import('./ReconciliationPage.vue') },
  { path: '/banque/comptes', name: 'bank-accounts', component: () => import('./accounts/BankAccountsPage.vue') },
];
