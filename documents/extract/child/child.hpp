// The part of the two child programs that is the same: arguments, standard input and output, refusal of what fails.
#pragma once
#include <functional>
#include <string>

#include "documents/extract/extract.hpp"

namespace daftar::documents {

/// Reads the limits from `--name value` arguments, then the file from standard input, enters the sandbox, calls `read`
/// and writes its answer as JSON to standard output. Returns the exit code: 0 also for refused files.
/// `prepare` runs before the sandbox closes.
int run_child(int argument_count, char** arguments, int ExtractLimits::*seconds_max,
              const std::function<void(const ExtractLimits&)>& prepare,
              const std::function<ExtractedDocument(std::string_view, const ExtractLimits&)>& read);

}  // namespace daftar::documents
