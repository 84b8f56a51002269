// What is wrong with an input, or why the business says no.
#pragma once
#include <exception>
#include <string>
#include <vector>

#include "core/text_of_enum.hpp"

namespace daftar {

/// One fault of the input: where, a stable code, and a French sentence.
struct Problem {
    std::string path;  ///< "lines[2].debit", "" for the whole
    std::string code;
    std::string message;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (path, code, message))
using Problems = std::vector<Problem>;

/// The input cannot be read: answered with 400 and every problem at once.
struct BadInput : std::exception {
    Problems problems;
    explicit BadInput(Problems found) : problems(std::move(found)) {}
    BadInput(std::string path, std::string code, std::string message)
        : problems{{std::move(path), std::move(code), std::move(message)}} {}
    const char* what() const noexcept override { return "bad input"; }
};

/// HTTP status and French sentence of one refusal.
struct RefusalText {
    int status;  ///< 403 not allowed, 404 not there, 409 present state, 412 precondition, 422 rule on the values
    const char* sentence;
};

/// The business says no. Thrown anywhere in an operation; the transaction rolls back.
/// Every module describes its own `enum class Refusal` and `RefusalText text_of(Refusal)`.
struct Refused : std::exception {
    int status;
    std::string code;     ///< stable, e.g. "period_closed"
    std::string message;  ///< French sentence
    Problems problems;    ///< located details, when there are any

    template <class E>
    requires std::is_enum_v<E>
    explicit Refused(E refusal, std::string_view detail = {}, Problems details = {})
        : Refused(text_of(refusal), name_of(refusal), detail, std::move(details)) {}
    Refused(const RefusalText& text, std::string_view name, std::string_view detail, Problems details);
    const char* what() const noexcept override { return code.c_str(); }
};

/// Refusals that every module shares.
enum class CommonRefusal {
    not_found,
    not_allowed,
    sign_in_required,
    wrong_organization,
    changed_meanwhile,
    idempotency_key_reused,
    busy_with_same_key,
    invalid_cursor
};
BOOST_DESCRIBE_ENUM(CommonRefusal, not_found, not_allowed, sign_in_required, wrong_organization, changed_meanwhile,
                    idempotency_key_reused, busy_with_same_key, invalid_cursor)
RefusalText text_of(CommonRefusal refusal);

}  // namespace daftar
