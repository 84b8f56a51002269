// A signed link opens one paper for a while, without an access token.
#include <gtest/gtest.h>

#include "core/files.hpp"
#include "server/modules.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::server {
namespace {

TEST(PaperLink, OpensOneFileForFiveMinutes) {
    const auto folder = std::filesystem::temp_directory_path() / ("daftar-link-" + std::to_string(getpid()));
    const auto files = folder_file_store(folder);
    tests::TestBooks books(all_modules());
    books.services().files = files.get();
    const auto start = *Timestamp::parse("2026-02-01T10:00:00Z");
    books.set_now(start);
    const auto office = books.organization("Les Tilleuls"), neighbour = books.organization("Voisine");
    const auto received = books.expect(201, office, "POST", "/api/v1/documents?filename=a.pdf", "%PDF-1.4 un papier");
    const auto id = *received.find("id")->if_string();
    const auto link =
        *books.expect(200, office, "POST", "/api/v1/documents/" + id + "/link", "{}").find("url")->if_string();

    const auto open = [&](std::string target) { return books.request({}, "GET", target); };
    const auto opened = open(link);
    EXPECT_EQ(opened.status, 200);
    EXPECT_EQ(opened.body, "%PDF-1.4 un papier");
    auto moved = link;
    moved.replace(moved.find(office.organization.text()), 36, neighbour.organization.text());
    EXPECT_EQ(tests::outcome(open(moved)), "403 link_expired") << "another residence";
    EXPECT_EQ(tests::outcome(open(link + "x")), "403 link_expired");
    EXPECT_EQ(open(link.substr(0, link.find('?'))).status, 400) << "no token";
    EXPECT_EQ(books.request(neighbour, "POST", "/api/v1/documents/" + id + "/link", "{}").status, 404);
    books.set_now(start.plus_seconds(301));
    EXPECT_EQ(tests::outcome(open(link)), "403 link_expired");
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace daftar::server
