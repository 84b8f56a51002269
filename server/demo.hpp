// The demonstration: three residences with two years of books and papers to read.
#pragma once
#include <functional>
#include <iosfwd>

#include "server/installation.hpp"

namespace daftar::server {

/// Loads the demonstration when it is not there. Everything goes through the public operations, so that what is shown
/// is what the product does. Refuses a database in which a loading was cut short.
void load_demonstration(Installation& installation, const std::function<void(const std::string&)>& report);

/// Addresses and passwords of the demonstration's people, one a line.
void print_demonstration_accounts(std::ostream& out);

}  // namespace daftar::server
