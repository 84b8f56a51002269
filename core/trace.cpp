#include "core/trace.hpp"

namespace daftar {

Trace& current_trace() {
    thread_local Trace trace;
    return trace;
}

}  // namespace daftar
