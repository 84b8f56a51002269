// Typed identifiers: an Id<Account> is not an Id<Building>.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace daftar {

/// 128 bits, written as a UUID.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    static std::optional<Uuid> parse(std::string_view text);
    /// Version 7: 48 bits of milliseconds, then 74 random bits. Sorts by time of creation (never used for order of
    /// entries).
    static Uuid version7(std::int64_t milliseconds, std::uint64_t random_high, std::uint64_t random_low);
    std::string text() const;
    bool is_nil() const { return bytes == std::array<std::uint8_t, 16>{}; }
    friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

/// Identifier of one `Thing`; nil when default constructed.
template <class Thing> struct Id {
    Uuid value{};

    std::string text() const { return value.text(); }
    explicit operator bool() const { return !value.is_nil(); }
    friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace daftar

template <class Thing> struct std::hash<daftar::Id<Thing>> {
    std::size_t operator()(const daftar::Id<Thing>& id) const noexcept {
        return std::hash<std::string_view>{}(
            {reinterpret_cast<const char*>(id.value.bytes.data()), id.value.bytes.size()});
    }
};
