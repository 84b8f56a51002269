import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/connexion', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { open: true } },
  { path: '/mot-de-passe', name: 'reset', component: () => import('./ResetPage.vue'), meta: { open: true } },
  { path: '/bienvenue', name: 'welcome', component: () => import('./WelcomePage.vue'), meta: { open: true } },
  { path: '/reglages/organisation', name: 'organization', component: () => import('./organization/OrganizationPage.vue') },
  { path: '/reglages/residences', name: 'organizations', component: () => import('./organization/OrganizationsPage.vue') },
  { path: '/reglages/utilisateurs', name: 'users', component: () => import('./UsersPage.vue') },
  { path: '/reglages/audit', name: 'audit', component: () => import('./AuditPage.vue') },
  { path: '/reglages/courriers', name: 'outbox', component: () => import('./OutboxPage.vue') },
  { path: '/reglages/conservation', name: 'retention', component: () => import('./RetentionPage.vue') },
  { path: '/reglages/travaux', name: 'jobs', component: () => import('./JobsPage.vue') },
  { path: '/reglages/moi', name: 'my-account', component: () => import('./MyAccountPage.vue') },
];
