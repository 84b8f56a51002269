// Brings a database to the program's own version.
#pragma once
#include <functional>
#include <string>

namespace daftar {

/// Applies the migrations that are missing, each in its own transaction, under a lock so that two starting servers do
/// not race. `conninfo` is the owner's. Returns how many were applied. Throws DatabaseError; refuses a database that is
/// newer than the program or whose applied migrations were changed.
int migrate(const std::string& conninfo, const std::function<void(const std::string&)>& report = {});

/// Creates the database when it is not there. `maintenance_conninfo` names another database of the cluster.
void create_database(const std::string& maintenance_conninfo, const std::string& name);

/// Creates the roles that the rights of a restored database name. They belong to the cluster, no dump holds them.
/// Throws with a French sentence when the owner may not, and no superuser has done it (`roles_script`).
void create_server_roles(const std::string& conninfo);

/// What a superuser runs once in an external database whose owner is to be no superuser: the roles, and the owner
/// `daftar_owner`.
std::string roles_script();

}  // namespace daftar
