// A file sent as a form does (multipart/form-data, RFC 7578) instead of as the plain body: `curl -F file=@facture.pdf`.
#pragma once
#include "core/http_message.hpp"

namespace daftar {

bool is_form_data(std::string_view content_type);

/// The same request as if the form's file were its body: `filename` and the form's other fields join the query.
/// Throws BadInput when the form is malformed, or carries no file or several.
Request request_of_form(const Request& request);

}  // namespace daftar
