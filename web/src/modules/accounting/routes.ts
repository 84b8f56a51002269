import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/comptabilite/journal', name: 'journal', component: () => import('./JournalPage.vue') },
  { path: '/comptabilite/journal/saisie', name: 'new-entry', component: () => import('./NewEntryPage.vue'), meta: { place: 'journal' } },
  { path: '/comptabilite/journal/:id', name: 'entry', props: true, component: () => import('./EntryPage.vue'), meta: { place: 'journal' } },
  { path: '/comptabilite/grand-livre', name: 'ledger', component: () => import('./LedgerPage.vue') },
  { path: '/comptabilite/balance', name: 'trial-balance', component: () => import('./TrialBalancePage.vue') },
  { path: '/comptabilite/comptes', name: 'accounts', component: () => import('./AccountsPage.vue') },
  { path: '/comptabilite/anomalies', name: 'anomalies', component: () => import('./AnomaliesPage.vue') },
  { path: '/comptabilite/cloture', name: 'closing', component: () => import('./ClosingPage.vue') },
];
