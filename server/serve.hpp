// `daftar serve`: the web server with its job threads.
#pragma once
#include "server/installation.hpp"

namespace daftar::server {

/// Serves until SIGTERM or SIGINT, then finishes what is under way. Prints the address and, for the demonstration or an
/// empty installation, how to sign in.
int serve(Installation& installation);

/// Runs jobs and schedules without HTTP until SIGTERM or SIGINT; any number of workers and servers share one queue.
int work(Installation& installation);

}  // namespace daftar::server
