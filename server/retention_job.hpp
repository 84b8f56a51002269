// The nightly job that deletes what is past retention and no evidence.
#pragma once
#include "core/app.hpp"

namespace daftar::server {

/// For one organization: papers put aside, old mails, finished jobs, replies kept against double requests. Each kind
/// that loses something writes one audit event, each paper one of its own. Journal entries are never touched.
extern const JobHandler apply_retention_job;
/// Removes from the store the bytes of deleted papers that no other paper has: after their deletion is committed.
extern const JobHandler forget_files_job;
/// For the whole installation: expired sessions and links, finished jobs of nobody.
extern const JobHandler forget_expired_job;

}  // namespace daftar::server
