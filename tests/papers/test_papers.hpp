// An organization that receives papers: upload, the job that reads them, the review.
#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "core/files.hpp"
#include "core/job_runner.hpp"
#include "documents/extract/hostile_files.hpp"
#include "server/modules.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::tests {

class PapersTest : public testing::Test {
protected:
    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("papers-" + std::to_string(getpid()));
    std::unique_ptr<FileStore> files = folder_file_store(folder);
    TestBooks books{server::all_modules()};
    Principal accountant = books.organization("Les Orangers", "ma-syndicat");
    std::unique_ptr<JobRunner> jobs;

    PapersTest() {
        books.services().files = files.get();
        jobs = std::make_unique<JobRunner>(books.pool(), books.services(), server::all_modules(), 0);
    }
    ~PapersTest() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    Response send(const std::string& filename, const std::string& bytes) {
        return books.request(accountant, "POST", "/api/v1/documents?filename=" + filename, bytes);
    }
    /// Received and read; the paper as the review shows it.
    Json read(const std::string& filename, const std::string& bytes) {
        const auto sent = send(filename, bytes);
        EXPECT_EQ(sent.status, 201) << filename << sent.body;
        if (sent.status != 201) return {};
        jobs->drain();
        return books.expect(200, accountant, "GET", path_of(std::get<Json>(parse_json(sent.body))));
    }
    static std::string path_of(const Json& paper) { return "/api/v1/documents/" + *paper.find("id")->if_string(); }
    static std::string text(const Json& json, std::string_view name) {
        const auto* found = json.find(name);
        return found && found->if_string() ? *found->if_string() : "";
    }
    static const Json& field(const Json& paper, std::string_view name) {
        for (const auto& each : *paper.find("fields")->if_array())
            if (text(each, "name") == name) return each;
        static const Json none = Json::Object{};
        return none;
    }
    std::string entries() { return books.sql("select count(*) from entry"); }

    /// One printed line under the other.
    static std::string pdf(const std::vector<std::string>& lines) {
        std::string content;
        for (const auto& line : lines) content += (content.empty() ? "" : ") Tj 0 -16 Td (") + line;
        return documents::pdf_of(1, content);
    }
    static std::string invoice(const std::string& number, const std::string& iban,
                               const std::string& total = "1200,00") {
        return pdf({"Ascenseurs du Sud SARL", "ICE 001561191000066", "Facture numero " + number + " du 12/03/2025",
                    "Client : Les Orangers", "Maintenance ascenseur mars 2025", "Total HT 1000,00 DH",
                    "TVA 20 % 200,00 DH", total.empty() ? "Merci" : "Total TTC " + total + " DH", "IBAN " + iban});
    }
};

}  // namespace daftar::tests
