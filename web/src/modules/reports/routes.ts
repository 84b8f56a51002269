import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/rapports/annuel', name: 'annual-report', component: () => import('./AnnualReportPage.vue') },
  { path: '/rapports/bilan', name: 'balance-sheet', component: () => import('./BalanceSheetPage.vue') },
  { path: '/rapports/resultat', name: 'income-statement', component: () => import('./IncomeStatementPage.vue') },
  { path: '/rapports/activite', name: 'activity-report', component: () => import('./ActivityReportPage.vue') },
  { path: '/rapports/etats', name: 'statutory', component: () => import('./StatementsPage.vue') },
  { path: '/rapports/balance-agee', name: 'aged-balance', component: () => import('./AgedBalancePage.vue') },
  { path: '/rapports/tva', name: 'vat', component: () => import('./VatPage.vue') },
  { path: '/rapports/exports', name: 'exports', component: () => import('./ExportsPage.vue') },
];
