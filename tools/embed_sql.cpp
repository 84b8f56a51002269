// embed_sql SOURCE.sql HEADER.hpp: turns the named queries of a .sql file into constants.
//
//   -- name: find_account -> AccountRow      a query whose rows fill AccountRow
//   -- name: close_period                    a command without rows
//
// ledger/account.sql becomes daftar::ledger::sql::find_account, prepared on the server as
// "ledger.account.find_account".
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct NamedQuery {
    std::string name, row, text;
};

[[noreturn]] void fail(const std::string& message) {
    std::cerr << "embed_sql: " << message << "\n";
    std::exit(1);
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<NamedQuery> read_queries(const std::string& path) {
    std::ifstream in(path);
    if (!in) fail("cannot read " + path);
    std::vector<NamedQuery> queries;
    const std::string marker = "-- name:";
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(marker)) {
            if (!queries.empty()) queries.back().text += line + "\n";
            continue;
        }
        const auto head = trimmed(line.substr(marker.size()));
        const auto arrow = head.find("->");
        queries.push_back(
            {trimmed(head.substr(0, arrow)), arrow == std::string::npos ? "" : trimmed(head.substr(arrow + 2)), ""});
    }
    std::set<std::string> names;
    for (auto& query : queries) {
        query.text = trimmed(query.text);
        if (query.text.ends_with(';')) query.text.pop_back();
        if (query.text.empty()) fail(path + ": query " + query.name + " is empty");
        if (!names.insert(query.name).second) fail(path + ": query " + query.name + " stands twice");
    }
    return queries;
}

/// Row types of the core or of the standard library need no declaration.
bool is_declared_elsewhere(const std::string& row) {
    static const std::set<std::string> core = {"bool", "Money",   "Date", "Timestamp",
                                               "Uuid", "Decimal", "Json", "Currency"};
    return core.contains(row) || row.find("::") != std::string::npos || row.find('<') != std::string::npos;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) fail("usage: embed_sql SOURCE.sql HEADER.hpp");
    const std::filesystem::path source = argv[1], header = argv[2];
    const auto folder = source.parent_path().filename().string(), stem = source.stem().string();
    const auto space = folder == "core" ? std::string("daftar") : "daftar::" + folder;
    const auto queries = read_queries(source);

    std::ostringstream out;
    out << "// Generated from " << source.generic_string()
        << ". Do not edit.\n#pragma once\n#include \"core/query.hpp\"\n\n";
    std::set<std::string> rows;
    for (const auto& query : queries)
        if (!query.row.empty() && !is_declared_elsewhere(query.row)) rows.insert(query.row);
    if (!rows.empty()) {
        out << "namespace " << space << " {\n";
        for (const auto& row : rows) out << "struct " << row << ";\n";
        out << "}\n";
    }
    out << "namespace " << space << "::sql {\n";
    for (const auto& query : queries) {
        const auto full = folder + "." + stem + "." + query.name;
        if (full.size() > 63) fail(full + ": longer than PostgreSQL's 63 characters");
        out << "inline constexpr " << (query.row.empty() ? "Command" : "Query<" + query.row + ">") << " " << query.name
            << "{{\"" << full << "\", R\"SQL(" << query.text << ")SQL\"}};\n"
            << "inline const bool " << query.name << "_noted = note_statement(" << query.name << ");\n";
    }
    out << "}  // namespace " << space << "::sql\n";

    std::filesystem::create_directories(header.parent_path());
    std::ofstream(header) << out.str();
}
