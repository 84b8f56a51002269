// ":86:" without subfields or tags, and the numbered ":NS:" lines: what banks write for people.
#pragma once
#include <string_view>
#include <vector>

#include "banking/readers/statement.hpp"

namespace daftar::banking {

/// ":NS:" below a movement: "01" to "14" purpose, "15" and "16" name, "17" posting text, "33" and "34" the other
/// account.
void read_mt940_numbered(const std::vector<std::string_view>& lines, Movement& movement);

/// Words of Knab ("REK: … /NAAM: …"), mBank ("OD: … TYT.: …"), Penta ("999KIND:purpose:name:IBAN"), ASN and SNS
/// (account and name in the first line), or any: then all of it is the label. `text` is the lines joined.
void read_mt940_plain(const std::vector<std::string_view>& lines, const std::string& text, Movement& movement);

}  // namespace daftar::banking
