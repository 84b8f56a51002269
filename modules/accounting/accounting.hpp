// What the accounting module offers to the server: include this from outside.
#pragma once
#include "core/app.hpp"

namespace daftar::accounting {

/// Expenses, VAT, calls and receipts, closing, reports, anomalies, budgets and exports.
Module accounting();

}  // namespace daftar::accounting
