// What a witness signs, and what passes for it.
// MISSION: REC-01   QUALITY: S-FORK
#include "app/witness_note.h"

#include <gtest/gtest.h>
#include <sodium.h>

namespace vs::app {
namespace {

const unsigned char* octets(const std::string& s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}

std::string digest(const std::string& text) {
  std::string out(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(out.data()), octets(text), text.size());
  return out;
}

// A witness that signs as the specification says, by other means than the code under test.
struct Other {
  std::string name, material, id;
  unsigned char secret[crypto_sign_SECRETKEYBYTES];

  explicit Other(std::string named, char kind = 4) : name(std::move(named)), material(1, kind) {
    unsigned char open[crypto_sign_PUBLICKEYBYTES];
    crypto_sign_keypair(open, secret);
    material.append(reinterpret_cast<const char*>(open), sizeof open);
    id = digest(name + '\n' + material).substr(0, 4);
  }
  std::string text() const {
    char hex[9];
    sodium_bin2hex(hex, sizeof hex, octets(id), 4);
    return name + '+' + hex + '+' + ledger::base64(material);
  }
  std::string line(const std::string& note_text, std::uint64_t time, std::uint64_t said) const {
    const std::string message = "cosignature/v1\ntime " + std::to_string(time) + '\n' + note_text;
    std::string signature(crypto_sign_BYTES, '\0'), seconds;
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, octets(message), message.size(),
                         secret);
    for (int shift = 56; shift >= 0; shift -= 8) seconds += char(said >> shift);
    return "\u2014 " + name + ' ' + ledger::base64(id + seconds + signature) + '\n';
  }
  std::string line(const std::string& note_text, std::uint64_t time = 1'679'315'147) const {
    return line(note_text, time, time);
  }
};

struct WitnessNote : testing::Test {
  const ledger::SigningKey house = ledger::SigningKey::make();
  const std::string text = ledger::Checkpoint{"vouchsafe/main", 7, {}}.text();
  const std::string note = house.sign(text, "vouchsafe/main");
  const Other other{"witness.test/w1"};
  const WitnessKey key = WitnessKey::parse(other.text()).value();
};

TEST_F(WitnessNote, the_line_of_the_witness_is_put_under_the_note_and_no_other) {
  const Other stranger("stranger.test/w");
  const auto both = with_cosignature(note, stranger.line(text) + other.line(text), key);
  ASSERT_EQ(both, note + other.line(text));
  EXPECT_EQ(cosigned_at(ledger::parse_note(*both).value(), key), 1'679'315'147);
  const std::vector<ledger::Verifier> keys{{"vouchsafe/main", house.public_key()}};
  EXPECT_TRUE(ledger::signed_by(ledger::parse_note(*both).value(), keys)) << "the house's own signature stays";
}

TEST_F(WitnessNote, another_time_text_key_or_name_is_not_believed) {
  const Other twin("witness.test/w1"), elsewhere("witness.test/w2");
  for (const auto& wrong : {other.line(text, 5, 6), other.line(text + "x"), twin.line(text), elsewhere.line(text),
                            std::string(), std::string("nothing\n"), other.line(text) + "x"})
    EXPECT_FALSE(with_cosignature(note, wrong, key)) << wrong;
}

TEST_F(WitnessNote, no_bit_of_the_line_can_be_another) {
  const auto line = other.line(text);
  const auto at = line.rfind(' ') + 1;
  const auto bytes = ledger::from_base64(line.substr(at, line.size() - at - 1)).value();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    auto changed = bytes;
    changed[bit / 8] = char(changed[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(with_cosignature(note, line.substr(0, at) + ledger::base64(changed) + '\n', key)) << bit;
  }
}

TEST_F(WitnessNote, keys_of_another_kind_or_with_another_id_are_none) {
  EXPECT_EQ(key.name, "witness.test/w1");
  EXPECT_FALSE(WitnessKey::parse(Other("log.test", 1).text()));
  auto text = other.text();
  text[text.find('+') + 1] ^= 1;
  for (const auto& wrong : {text, other.text() + "A", std::string("+"), std::string(), "w x" + other.text()})
    EXPECT_FALSE(WitnessKey::parse(wrong)) << wrong;
}

}  // namespace
}  // namespace vs::app
