// Who is signed in, for which organization, and what he may do there.
import { defineStore } from 'pinia';
import { forgetUnsettled, get, post, renewSession, setAccessToken } from './http';

export interface Role {
  role_id: string;
  role_type: string;
  /** None when the role holds for a whole office; then `organization_name` is the office's. */
  organization_id: string | null;
  organization_name: string;
}

export interface Organization {
  id: string;
  name: string;
  country: string;
  currency: string;
}

export interface Me {
  id: string;
  email: string;
  name?: string;
  roles: Role[];
  active_role: string | null;
  organization?: Organization | null;
  permissions?: string[];
  totp_enabled?: boolean;
}

interface SignedIn {
  access_token: string;
  user: Me;
}

export const useSession = defineStore('session', {
  state: () => ({ me: null as Me | null, restored: false }),
  getters: {
    role: (state): Role | null => state.me?.roles.find((role) => role.role_id === state.me?.active_role) ?? null,
    organization: (state): Organization | null => state.me?.organization ?? null,
    currency: (state): string => state.me?.organization?.currency ?? 'MAD',
    can:
      (state) =>
      (permission: string | undefined): boolean =>
        !permission || !state.me?.permissions || state.me.permissions.includes(permission),
  },
  actions: {
    accept(answer: SignedIn) {
      setAccessToken(answer.access_token);
      this.me = answer.user;
    },
    async signIn(email: string, password: string, totpCode: string) {
      this.accept(await post<SignedIn>('/auth/login', { email, password, ...(totpCode ? { totp_code: totpCode } : {}) }));
    },
    /** The same person goes on where the session ended: same role, same books, and the page stays as it is. */
    async signInAgain(password: string, totpCode: string) {
      const { me, role, organization } = this;
      if (!me) return;
      let answer = await post<SignedIn>('/auth/login', { email: me.email, password, ...(totpCode ? { totp_code: totpCode } : {}) });
      setAccessToken(answer.access_token);
      if (role && (answer.user.active_role !== role.role_id || answer.user.organization?.id !== organization?.id)) {
        const open = role.organization_id ? {} : { open_organization: organization?.id };
        answer = await post<SignedIn>('/auth/switch-role', { role_id: role.role_id, ...open });
      }
      this.accept(answer);
    },
    /** Takes the session up again after a reload, when the refresh cookie is still good. */
    async restore() {
      if (this.restored) return;
      this.restored = true;
      if (await renewSession()) this.me = await get<Me>('/auth/me').catch(() => null);
    },
    /** A role of a whole office opens one of its organizations. */
    async switchRole(roleId: string, organizationId: string | null = null) {
      const body = { role_id: roleId, ...(organizationId ? { open_organization: organizationId } : {}) };
      this.accept(await post<SignedIn>('/auth/switch-role', body));
      forgetUnsettled();
    },
    async signOut() {
      await post('/auth/logout').catch(() => undefined);
      this.forget();
    },
    forget() {
      forgetUnsettled();
      setAccessToken(null);
      this.me = null;
    },
  },
});
