// JSON in and out of described structs: every problem at once, each with its path.
#include "core/wire.hpp"

#include <gtest/gtest.h>

namespace daftar {
namespace {

enum class Colour { red, green_ };
BOOST_DESCRIBE_ENUM(Colour, red, green_)

struct Item {
    Text<1, 5> name;
    Money price;
    std::optional<Date> day;

    std::optional<Problem> broken_rule() const {
        if (price.minor < 0) return Problem{"price", "must_not_be_negative", "Pas de prix négatif."};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(Item, (), (name, price, day))

struct Basket {
    Colour colour = Colour::red;
    std::vector<Item> items;
    bool closed = false;
};
BOOST_DESCRIBE_STRUCT(Basket, (), (colour, items, closed))

/// "path code" of every problem, in order.
std::vector<std::string> problems_of(std::string_view text) {
    Problems problems;
    Reading reading{problems, *Currency::from_code("EUR")};
    read_json<Basket>(std::get<Json>(parse_json(text)), reading);
    std::vector<std::string> found;
    for (const auto& problem : problems) found.push_back(problem.path + " " + problem.code);
    return found;
}

TEST(Wire, ReadsAndWritesExactly) {
    const std::string text =
        R"({"colour":"green","items":[{"name":"Vélo","price":500.00,"day":"2025-12-31"},{"name":"x","price":0.10,"day":null}],"closed":true})";
    Problems problems;
    Reading reading{problems, *Currency::from_code("EUR")};
    const auto basket = read_json<Basket>(std::get<Json>(parse_json(text)), reading);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(basket.colour, Colour::green_);
    EXPECT_EQ(to_json_text(basket), text);
}

TEST(Wire, NamesEveryProblemAtOnce) {
    EXPECT_EQ(
        problems_of(
            R"({"colour":"blue","items":[{"name":"trop long","price":"5","day":"2025-02-30"},{"name":"","price":1.005}],"size":1})"),
        (std::vector<std::string>{"colour unknown_choice", "items[0].name too_long", "items[0].price must_be_amount",
                                  "items[0].day must_be_date", "items[1].name too_short",
                                  "items[1].price too_many_decimals", "closed missing", "size unknown_field"}));
    EXPECT_EQ(problems_of(R"({"colour":"red","items":{},"closed":1})"),
              (std::vector<std::string>{"items must_be_list", "closed must_be_boolean"}));
    EXPECT_EQ(problems_of(R"([])"), (std::vector<std::string>{" must_be_object"}));
}

TEST(Wire, ARuleBetweenFieldsIsCheckedOnceTheyAreSound) {
    EXPECT_EQ(problems_of(R"({"colour":"red","items":[{"name":"x","price":-1}],"closed":false})"),
              (std::vector<std::string>{"items[0].price must_not_be_negative"}));
    EXPECT_EQ(problems_of(R"({"colour":"red","items":[{"name":"","price":-1}],"closed":false})"),
              (std::vector<std::string>{"items[0].name too_short"}));
}

TEST(Wire, TextIsTrimmedAndFreeOfControlCharacters) {
    EXPECT_TRUE(problems_of(R"({"colour":"red","items":[{"name":"  abc  ","price":1}],"closed":false})").empty());
    EXPECT_EQ(problems_of("{\"colour\":\"red\",\"items\":[{\"name\":\"a\\u0000b\",\"price\":1}],\"closed\":false}"),
              (std::vector<std::string>{"items[0].name control_character"}));
}

TEST(Wire, DescribesItself) {
    SchemaBook book;
    Wire<Basket>::schema(book);
    const auto text = to_text(book.schemas.begin()->second);
    EXPECT_EQ(book.schemas.size(), 2u);
    EXPECT_NE(text.find(R"("required":["colour","items","closed"])"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("enum":["red","green"])"), std::string::npos) << text;
}

TEST(Json, KeepsTheTextOfNumbersAndRefusesWhatIsNotJson) {
    EXPECT_EQ(to_text(std::get<Json>(parse_json(R"({"a":[1.50,1e2,-0],"b":"é\n\u0041"})"))),
              R"({"a":[1.50,1e2,-0],"b":"é\nA"})");
    const std::pair<const char*, std::size_t> faults[] = {{"{\"a\":1,\n\"a\":2}", 2},
                                                          {"{", 1},
                                                          {"[1,]", 1},
                                                          {"01", 1},
                                                          {"\"\xff\"", 1},
                                                          {"nul", 1},
                                                          {"[1] x", 1},
                                                          {"", 1},
                                                          {"/* */ 1", 1}};
    for (const auto& [text, line] : faults) {
        const auto parsed = parse_json(text);
        ASSERT_TRUE(std::holds_alternative<JsonFault>(parsed)) << text;
        EXPECT_EQ(std::get<JsonFault>(parsed).line, line) << text;
    }
    EXPECT_TRUE(std::holds_alternative<JsonFault>(parse_json(std::string(65, '[') + std::string(65, ']'))));
}

}  // namespace
}  // namespace daftar
