#include "registry/identifiers/identifiers.hpp"

#include <gtest/gtest.h>

namespace daftar::registry {
namespace {

using Check = bool (*)(std::string_view);
struct Case {
    const char* name;
    Check check;
    const char* text;
    bool valid;
};

TEST(Identifiers, CheckDigits) {
    const Case cases[] = {
        {"ice", is_valid_ice, "001561191000066", true},
        {"ice", is_valid_ice, "002136093000040", true},
        {"ice, one digit changed", is_valid_ice, "001561191000067", false},
        {"ice, too short", is_valid_ice, "01561191000066", false},
        {"ice of zeros", is_valid_ice, "000000000000000", false},
        {"rib", is_valid_rib, "011519000001205000534921", true},
        {"rib, digits swapped", is_valid_rib, "011519000001205000534912", false},
        {"iban ma", is_valid_iban, "MA64011519000001205000534921", true},
        {"iban ma, other key", is_valid_iban, "MA65011519000001205000534921", false},
        {"iban fr", is_valid_iban, "FR7610107002450061705231739", true},
        {"iban nl", is_valid_iban, "NL50INGB0683251309", true},
        {"iban be", is_valid_iban, "BE68539007547034", true},
        {"iban be, too long", is_valid_iban, "BE685390075470340", false},
        {"iban, small letters", is_valid_iban, "be68539007547034", false},
        {"be enterprise", is_valid_be_enterprise, "0403170701", true},
        {"be enterprise, wrong key", is_valid_be_enterprise, "0403170702", false},
        {"ogm", is_valid_ogm, "010806817183", true},
        {"ogm", is_valid_ogm, "123456789002", true},
        {"ogm of the client's sample, known wrong", is_valid_ogm, "123456789012", false},
        {"siren", is_valid_siren, "530848134", true},
        {"siren, wrong", is_valid_siren, "530848135", false},
        {"siret", is_valid_siret, "53084813400017", true},
        {"siret of La Poste", is_valid_siret, "35600000000048", true},
        {"siret, wrong", is_valid_siret, "53084813400018", false},
        {"vat fr", is_valid_vat, "FR40303265045", true},
        {"vat fr, wrong key", is_valid_vat, "FR41303265045", false},
        {"vat be", is_valid_vat, "BE0403170701", true},
        {"vat de", is_valid_vat, "DE136695976", true},
        {"vat de, wrong", is_valid_vat, "DE136695977", false},
        {"vat nl", is_valid_vat, "NL810433941B01", true},
        {"vat of no country", is_valid_vat, "F63530848134", false},
    };
    for (const auto& [name, check, text, valid] : cases) EXPECT_EQ(check(text), valid) << name << " " << text;
}

TEST(Identifiers, CanonicalText) {
    EXPECT_EQ(canonical("fr 32 123-456.789"), "FR32123456789");
    EXPECT_EQ(canonical("+++123/4567/89002+++"), "123456789002");
    EXPECT_EQ(iban_of_rib("011519000001205000534921"), "MA64011519000001205000534921");
}

}  // namespace
}  // namespace daftar::registry
