// What an act changed, for the audit log: what was there before, and what is there after.
#pragma once
#include "core/json.hpp"
#include "core/wire.hpp"

namespace daftar {

/// A described value as JSON.
template <class T> Json as_json(const T& value) { return std::get<Json>(parse_json(to_json_text(value))); }

/// {"before": {…}, "after": {…}} with the members that differ; `version` counts the changes and is left out.
Json differences(const Json& before, const Json& after);

/// The same for two states of a thing.
template <class T> Json changes(const T& before, const T& after) {
    return differences(as_json(before), as_json(after));
}

}  // namespace daftar
