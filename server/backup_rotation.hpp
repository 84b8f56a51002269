// Which backups are kept: many of late, few of long ago.
#pragma once
#include <string>
#include <vector>

#include "core/date.hpp"

namespace daftar::server {

/// The newest backup of each of the last days, weeks (from Monday) and months that have one. A rule of counts, not of
/// ages: when backups fail for a month, the old ones stay.
struct KeepRule {
    int days = 7, weeks = 4, months = 12;

    /// Reads "7,4,12"; throws std::runtime_error with a French sentence.
    static KeepRule parse(const std::string& text);
};

/// The instant in "daftar-2026-11-25T023000.tar.gpg"; nothing for any other name.
std::optional<Timestamp> made_at(const std::string& filename);

/// The names that the rule lets go, oldest first. What is no backup of ours is never among them.
std::vector<std::string> superfluous(const std::vector<std::string>& filenames, const KeepRule& rule);

}  // namespace daftar::server
