// MISSION: REC-01, AUT-03   QUALITY: S-PROOF, S-KEY
#include "ledger/note.h"

#include <gtest/gtest.h>
#include <sodium.h>
#include <sys/stat.h>

#include <random>

#include "ledger/store.h"

namespace vs::ledger {
namespace {

// The example of the format's first implementation (golang.org/x/mod/sumdb/note).
constexpr const char* known_key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr const char* known_note =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\u2014 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

struct Notes : testing::Test {
  Notes() { EXPECT_GE(sodium_init(), 0); }
};

TEST_F(Notes, a_published_note_verifies_with_its_published_key) {
  const auto key = Verifier::parse(known_key);
  ASSERT_TRUE(key);
  EXPECT_EQ(key->text(), known_key);
  const auto note = parse_note(known_note);
  ASSERT_TRUE(note);
  ASSERT_TRUE(signed_by(*note, {*key}));
}

TEST_F(Notes, the_key_of_a_public_log_has_the_id_that_it_says) {
  EXPECT_TRUE(Verifier::parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"));
  EXPECT_FALSE(Verifier::parse("sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"));
  EXPECT_FALSE(Verifier::parse("sum golang+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"));
  EXPECT_FALSE(Verifier::parse("sum.golang.org+033de0ae"));
  EXPECT_FALSE(Verifier::parse(""));
}

TEST_F(Notes, no_byte_of_a_note_can_change_unseen) {
  const auto key = *Verifier::parse(known_key);
  const std::string good = known_note;
  for (std::size_t i = 0; i < good.size(); ++i)
    for (const int bit : {0, 3, 6}) {
      auto bad = good;
      bad[i] = char(bad[i] ^ (1 << bit));
      const auto note = parse_note(bad);
      EXPECT_FALSE(note && signed_by(*note, {key})) << "byte " << i;
    }
}

TEST_F(Notes, checkpoints_read_back_and_nothing_else_does) {
  const Checkpoint at{"vouchsafe/main", 12345, leaf_hash({}, "x")};
  const auto again = Checkpoint::parse(at.text());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->origin, at.origin);
  EXPECT_EQ(again->size, at.size);
  EXPECT_EQ(again->root, at.root);
  EXPECT_TRUE(Checkpoint::parse(at.text() + "an extension\n"));
  const auto root = base64(at.root);
  for (const std::string& bad :
       std::vector<std::string>{"", "o\n1\n", "o\n01\n" + root + "\n", "o\n-1\n" + root + "\n", "o\n1x\n" + root + "\n",
                                "o\n1\nAAAA\n", "\n1\n" + root + "\n", "o\n99999999999999999999\n" + root + "\n"})
    EXPECT_FALSE(Checkpoint::parse(bad)) << bad;
}

TEST_F(Notes, keys_sign_under_the_name_of_their_ledger_only) {
  const auto key = SigningKey::make();
  const Checkpoint at{"vouchsafe/main", 7, {}};
  const auto note = parse_note(key.sign(at.text(), at.origin));
  ASSERT_TRUE(note);
  EXPECT_TRUE(signed_by(*note, {{"vouchsafe/main", key.public_key()}}));
  EXPECT_FALSE(signed_by(*note, {{"vouchsafe/other", key.public_key()}}));
  EXPECT_FALSE(signed_by(*note, {{"vouchsafe/main", SigningKey::make().public_key()}}));
  EXPECT_FALSE(signed_by(*note, {}));
}

TEST_F(Notes, a_wrong_signature_beside_a_right_one_is_not_overlooked) {
  const auto one = SigningKey::make(), two = SigningKey::make();
  const Checkpoint at{"vouchsafe/main", 7, {}};
  const auto good = one.sign(at.text(), "one"), forged = two.sign("other\n", "two");
  const auto both = parse_note(good + forged.substr(forged.find("\n\n") + 2));
  ASSERT_TRUE(both);
  EXPECT_TRUE(signed_by(*both, {{"one", one.public_key()}})) << "unknown signatures are ignored";
  EXPECT_FALSE(signed_by(*both, {{"one", one.public_key()}, {"two", two.public_key()}}));
}

TEST_F(Notes, a_key_hands_over_to_the_next_and_only_the_holder_can) {
  const auto first = SigningKey::make(), second = SigningKey::make(), third = SigningKey::make();
  const std::string origin = "vouchsafe/main";
  const Verifier known{origin, first.public_key()};
  const auto to_second = first.sign(handover_text(origin, second.public_key()), origin);
  const auto to_third = second.sign(handover_text(origin, third.public_key()), origin);
  const auto forged = third.sign(handover_text(origin, third.public_key()), origin);
  EXPECT_EQ(with_handovers({known}, {to_second, to_third}).size(), 3u);
  EXPECT_EQ(with_handovers({known}, {to_third}).size(), 1u) << "the link between is missing";
  EXPECT_EQ(with_handovers({known}, {forged}).size(), 1u);
  EXPECT_EQ(with_handovers({known}, {"nonsense", first.sign("vouchsafe/main\nkey AAAA\n", origin)}).size(), 1u);
}

TEST_F(Notes, the_key_file_is_its_owners_and_is_read_back) {
  const auto file = std::filesystem::temp_directory_path() / ("signing_" + std::to_string(randombytes_random()));
  const auto key = SigningKey::make();
  key.write(file);
  struct stat about{};
  ASSERT_EQ(::stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
  EXPECT_EQ(SigningKey::read(file).public_key(), key.public_key());
  std::filesystem::resize_file(file, 31);
  EXPECT_THROW(SigningKey::read(file), StoreFailure);
  std::filesystem::remove(file);
  EXPECT_THROW(SigningKey::read(file), StoreFailure);
}

}  // namespace
}  // namespace vs::ledger
