// What stands in the head of a response, and what a request's head says of who sent it.
#pragma once
#include <span>

#include "core/http_message.hpp"

namespace daftar {

/// A name or a token, whose case says nothing, in lower case.
std::string lower(std::string_view text);
/// "application/json" of " Application/JSON; charset=utf-8".
std::string media_type_of(std::string_view content_type);
std::string_view reason_phrase(int status);
/// Whether it is a token (RFC 9110, 5.6.2): no space, no delimiter.
bool is_header_name(std::string_view name);
/// Now, as in the header Date, whatever the locale.
std::string http_date();
/// What every response says to browsers; `is_secure`: reached by TLS, and never again without.
void add_security_headers(Response& response, bool is_secure);
/// Whether Accept-Encoding takes gzip: named, or "*", and not with a weight of zero.
bool accepts_gzip(std::string_view accept_encoding);
/// Whether If-None-Match names this tag: weak comparison, lists and "*" (RFC 9110, 13.1.2).
bool names_tag(std::string_view if_none_match, std::string_view tag);
/// Whether If-Match does: strong comparison, a weak tag is no promise (RFC 9110, 13.1.1).
bool names_strong_tag(std::string_view if_match, std::string_view tag);
/// The network address a request came from. Behind a proxy that we trust it is the last address of X-Forwarded-For that
/// is no proxy of ours: what stands before it was written by whoever asks.
std::string client_address(const std::string& peer, std::string_view forwarded_for,
                           std::span<const std::string> trusted_proxies);

}  // namespace daftar
