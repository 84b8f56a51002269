#include "ledger/papers.hpp"

#include <algorithm>

#include "ledger/entry.hpp"
#include "ledger/papers.sql.hpp"

namespace daftar::ledger {

void require_papers(Context& context, const std::vector<NamedPaper>& named) {
    if (named.empty()) return;
    std::vector<Uuid> ids;
    for (const auto& [path, id] : named) ids.push_back(id);
    const auto known = context.rows<sql::known_papers>(context.organization(), ids);
    Problems problems;
    for (const auto& [path, id] : named)
        if (std::find(known.begin(), known.end(), id) == known.end())
            problems.push_back({path, "unknown_document", "Ce papier n'est pas dans ces livres."});
    if (!problems.empty()) throw Refused(CommonRefusal::not_found, "", std::move(problems));
}

void name_papers(const NewEntry& entry, const std::string& path, std::vector<NamedPaper>& named) {
    if (entry.document_id) named.emplace_back(path + "document_id", *entry.document_id);
    for (std::size_t i = 0; i < entry.lines.size(); ++i)
        if (entry.lines[i].box)
            named.emplace_back(path + "lines[" + std::to_string(i) + "].box.document_id",
                               entry.lines[i].box->document_id);
}

void require_papers(Context& context, const NewEntry& entry, const std::string& path) {
    std::vector<NamedPaper> named;
    name_papers(entry, path, named);
    require_papers(context, named);
}

}  // namespace daftar::ledger
