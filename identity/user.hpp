// The people of an office: listed, invited, let in or kept out.
#pragma once
#include <span>

#include "identity/role.hpp"

namespace daftar::identity {

/// A person with a password, made without invitation: by the command line and the demonstration.
struct AddedUser {
    EmailAddress email;
    std::string name;
    std::string password;
    std::string language = "fr";
    bool is_demo = false;
};

/// Runs as the system role. Refused with email_taken; a weak password is bad input.
Id<User> add_user(Context& context, const AddedUser& user);

extern const std::span<const Route> user_routes;

}  // namespace daftar::identity
