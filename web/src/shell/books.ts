// Which books the signed-in person may open, and under which role.
import type { Me } from '@/api/session';
import { matchesFilter } from '@/ui/tableState';

export interface NamedOrganization {
  id: string;
  name: string;
}

export interface OpenableBook {
  roleId: string;
  roleType: string;
  organizationId: string | null;
  name: string;
  isOpen: boolean;
}

/** Roles in organizations, then the organizations of the office under the role that holds for all of it. */
export function booksToOpen(me: Me | null, office: readonly NamedOrganization[], filter: string): OpenableBook[] {
  if (!me) return [];
  const wide = me.roles.filter((role) => role.organization_id === null);
  const ruling = wide.find((role) => role.role_id === me.active_role) ?? wide[0];
  const own = me.roles.map((role) => ({
    roleId: role.role_id,
    roleType: role.role_type,
    organizationId: null,
    name: role.organization_name,
    isOpen: role.role_id === me.active_role && (role.organization_id !== null || !me.organization),
  }));
  const below = ruling
    ? office.map((organization) => ({
        roleId: ruling.role_id,
        roleType: ruling.role_type,
        organizationId: organization.id,
        name: organization.name,
        isOpen: me.active_role === ruling.role_id && me.organization?.id === organization.id,
      }))
    : [];
  return [...own, ...below].filter((book) => matchesFilter([book.name, book.roleType], filter));
}
