// The part of the two child programs that is the same: arguments, standard input and output, refusal of what fails.
#pragma once
#include <functional>
#include <string>

#include "documents/extract/extract.hpp"

namespace daftar::documents {

/// Reads the limits from `--name value` arguments, then the file from standard input, enters the sandbox, calls `read`
/// and writes its answer as JSON to standard output. Returns the exit code: 0 also for refused files.
/// `prepare` runs before the sandbox closes. `tell_pages_read` writes a line of progress before the JSON.
int run_child(int argument_count, char** arguments, int ExtractLimits::*seconds_max,
              const std::function<void(const ExtractLimits&)>& prepare,
              const std::function<ExtractedDocument(std::string_view, const ExtractLimits&)>& read);
void tell_pages_read(int done, int of);

}  // namespace daftar::documents
