// What the program does besides serving.
#pragma once
#include <iosfwd>

#include "server/installation.hpp"

namespace daftar::server {

/// Audits the books of every organization; 1 when one is not sound.
int audit(Installation& installation, std::ostream& out);
/// How far a book is, and its root.
struct BookState {
    Id<Organization> organization;
    std::int64_t size = 0;
    std::string root;
};
BOOST_DESCRIBE_STRUCT(BookState, (), (organization, size, root))
std::vector<BookState> book_states(Installation& installation);
/// Says what is missing on this machine and how to install it; 1 when something is.
int doctor(const Settings& settings, std::ostream& out);
/// Adds a person with a role in every organization of the only office, or in none.
int add_user(Installation& installation, const std::string& email, const std::string& name,
             const std::string& role_type, const std::string& password, std::ostream& out);
/// Writes a year of an organization as JSON, or reads it into an empty one.
int export_year(Installation& installation, const std::string& organization, int year,
                const std::filesystem::path& file);
int import_year(Installation& installation, const std::string& organization, const std::filesystem::path& file,
                std::ostream& out);

}  // namespace daftar::server
