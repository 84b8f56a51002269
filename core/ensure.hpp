// Checks of our own mistakes, always compiled in: the request ends with 500 and a rollback, the process goes on.
#pragma once
#include <source_location>
#include <stdexcept>
#include <string>

namespace daftar {

/// A mistake of the program itself (never of its input).
struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};

inline void ensure(bool condition, const char* what, std::source_location where = std::source_location::current()) {
    if (!condition) throw Bug(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + what);
}

}  // namespace daftar
