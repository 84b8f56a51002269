import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/fournisseurs', name: 'suppliers', component: () => import('./PartiesPage.vue'), props: { kind: 'supplier' } },
  { path: '/coproprietaires', name: 'owners', component: () => import('./PartiesPage.vue'), props: { kind: 'owner' } },
  { path: '/immeubles', name: 'buildings', component: () => import('./BuildingsPage.vue') },
  { path: '/tiers/:id', name: 'party', props: true, component: () => import('./PartyPage.vue'), meta: { permission: 'read_registry' } },
];
