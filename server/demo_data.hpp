// Who and what the demonstration is made of. Every name is invented.
#pragma once
#include <string>
#include <vector>

namespace daftar::server {

/// A supplier and what he costs the residence.
struct DemoSupplier {
    const char* name;
    const char* category;
    const char* description;
    int net;           ///< whole units of the currency, each time
    int every_months;  ///< 1, 3 or 12
    const char* vat_rate;
};

struct DemoResidence {
    const char* name;
    const char* country;
    const char* city;
    const char* address;
    int lots;
    int quarter_call;  ///< whole units of the currency
    const char* building;
    const char* bank;
    const char* bank_account;  ///< RIB or IBAN with its check digits
    std::vector<DemoSupplier> suppliers;
};

const std::vector<DemoResidence>& demo_residences();

/// First names and family names that are usual in a country; combined by number.
std::string demo_owner(const std::string& country, int number);

struct DemoPerson {
    const char* email;
    const char* name;
    const char* role_type;
    const char* label;
};
const std::vector<DemoPerson>& demo_people();
/// The one who owns a lot of each residence.
const DemoPerson& demo_reader();
inline constexpr const char* demo_password = "Oranger-Guéliz-2026";

}  // namespace daftar::server
