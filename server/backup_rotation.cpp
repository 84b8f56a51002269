#include "server/backup_rotation.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <stdexcept>

namespace daftar::server {
namespace {

constexpr std::string_view prefix = "daftar-", suffix = ".tar.gpg";

/// The Monday of a day's week.
std::string week_of(const Date& day) {
    const std::chrono::weekday weekday{std::chrono::sys_days(day.day)};
    return day.plus_days(1 - static_cast<int>(weekday.iso_encoding())).text();
}

/// Adds the newest of each period, going back, until there are `count`.
template <class Period> void keep_newest(const std::vector<std::pair<Timestamp, std::string>>& newest_first, int count,
                                         Period period, std::set<std::string>& kept) {
    std::set<std::string> seen;
    for (const auto& [made, name] : newest_first) {
        if (static_cast<int>(seen.size()) == count) return;
        if (seen.insert(period(made.utc_date())).second) kept.insert(name);
    }
}

}  // namespace

KeepRule KeepRule::parse(const std::string& text) {
    KeepRule rule;
    const auto* at = text.data();
    const auto* end = at + text.size();
    for (auto* count : {&rule.days, &rule.weeks, &rule.months}) {
        const auto [stop, error] = std::from_chars(at, end, *count);
        const bool is_last = count == &rule.months;
        if (error != std::errc() || *count < 0 || *count > 1'000 ||
            (is_last ? stop != end : stop == end || *stop != ','))
            throw std::runtime_error("DAFTAR_BACKUP_KEEP : « " + text +
                                     " » n'est pas une règle (attendu : jours,semaines,mois comme 7,4,12).");
        at = stop + !is_last;
    }
    return rule;
}

std::optional<Timestamp> made_at(const std::string& filename) {
    std::string_view name = filename;
    if (!name.starts_with(prefix) || !name.ends_with(suffix)) return {};
    name.remove_prefix(prefix.size());
    name.remove_suffix(suffix.size());
    constexpr std::size_t length = std::string_view("2026-11-25T023000").size();
    if (name.size() != length) return {};
    const std::string text(name);
    return Timestamp::parse(text.substr(0, 13) + ":" + text.substr(13, 2) + ":" + text.substr(15) + "Z");
}

std::vector<std::string> superfluous(const std::vector<std::string>& filenames, const KeepRule& rule) {
    std::vector<std::pair<Timestamp, std::string>> backups;
    for (const auto& name : filenames)
        if (const auto made = made_at(name)) backups.emplace_back(*made, name);
    std::ranges::sort(backups, std::greater{});
    std::set<std::string> kept;
    if (!backups.empty()) kept.insert(backups.front().second);
    keep_newest(
        backups, rule.days, [](const Date& day) { return day.text(); }, kept);
    keep_newest(backups, rule.weeks, week_of, kept);
    keep_newest(
        backups, rule.months, [](const Date& day) { return day.text().substr(0, 7); }, kept);
    std::vector<std::string> gone;
    for (const auto& [made, name] : backups)
        if (!kept.contains(name)) gone.push_back(name);
    std::ranges::reverse(gone);
    return gone;
}

}  // namespace daftar::server
