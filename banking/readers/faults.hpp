// Collects what is wrong while a file is read, so that all faults are told at once.
#pragma once
#include <string>
#include <string_view>

#include "core/problem.hpp"

namespace daftar::banking {

/// A place in a file; 0 means "not known".
struct Place {
    int line = 0;
    int column = 0;
};

/// "line 12, column 44", for machines.
std::string path_of(Place place);
/// "Ligne 12, colonne 44 : " or nothing, for people.
std::string french_place(Place place);

/// A located problem: the French place is put before the message.
Problem problem_at(Place place, std::string code, std::string_view message);

/// The faults of one file, at most `limit` of them.
class Faults {
public:
    static constexpr std::size_t limit = 20;
    void add(Place place, std::string code, std::string_view message);
    bool any() const { return !found_.empty(); }
    bool full() const { return found_.size() >= limit; }
    Problems take() { return std::move(found_); }

private:
    Problems found_;
};

/// A short, printable quotation of what the file says: « 12,3x ».
std::string quoted(std::string_view text);

}  // namespace daftar::banking
