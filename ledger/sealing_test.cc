// Algorithms and the records of keys: known answers, what was written is read for ever, and what is not known is named.
// MISSION: REC-01
// QUALITY: 11.2.2, 11.2.1
#include "ledger/sealing.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "ledger/key_record.h"
#include "ledger/vault.h"

namespace vs::ledger {
namespace {

std::string bytes_of(const std::string& hex) {
  std::string out(hex.size() / 2, '\0');
  std::size_t size = 0;
  EXPECT_EQ(sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), hex.data(), hex.size(), nullptr,
                           &size, nullptr),
            0);
  return out;
}

// Bytes that count up from `first`.
Key counting(std::uint8_t first, Algorithm algorithm = Algorithm::xchacha20_poly1305) {
  Key key;
  for (auto& byte : key.bytes) byte = first++;
  key.algorithm = algorithm;
  return key;
}

struct Sealing : testing::TestWithParam<Algorithm> {
  Sealing() {
    if (sodium_init() < 0) throw std::runtime_error("no libsodium");
  }
};
INSTANTIATE_TEST_SUITE_P(All, Sealing, testing::ValuesIn(algorithms));

TEST_P(Sealing, opens_only_with_key_context_and_every_bit_as_it_was) {
  const auto key = fresh_key(GetParam());
  for (const auto& words : {std::string(), std::string("words"), std::string(100'000, 'w')}) {
    const auto sealed = encrypt(key, "main|v_1", words);
    EXPECT_EQ(decrypt(key, "main|v_1", sealed), words);
    EXPECT_NE(encrypt(key, "main|v_1", words), sealed) << "a nonce by chance";
    EXPECT_FALSE(decrypt(key, "main|v_2", sealed));
    EXPECT_FALSE(decrypt(fresh_key(GetParam()), "main|v_1", sealed));
    EXPECT_FALSE(decrypt(key, "main|v_1", sealed.substr(0, sealed.size() - 1)));
    EXPECT_FALSE(decrypt(key, "main|v_1", sealed + 'x'));
  }
  const auto sealed = encrypt(key, "main|v_1", "words");
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    auto changed = sealed;
    changed[bit / 8] = char(changed[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(decrypt(key, "main|v_1", changed)) << bit;
  }
  for (std::size_t size = 0; size < sealed.size(); ++size)
    EXPECT_FALSE(decrypt(key, "main|v_1", sealed.substr(0, size)));
}

TEST_P(Sealing, is_found_by_the_name_that_it_says) {
  EXPECT_EQ(algorithm_named(name_of(GetParam())), GetParam());
  EXPECT_EQ(algorithm_numbered("it", std::uint8_t(GetParam())), GetParam());
  EXPECT_FALSE(algorithm_named("rot13"));
}

TEST_F(Sealing, one_algorithm_does_not_open_what_the_other_sealed) {
  auto key = counting(7);
  const auto sealed = encrypt(key, "c", std::string(64, 'w'));
  key.algorithm = Algorithm::aes_256_gcm;
  EXPECT_FALSE(decrypt(key, "c", sealed));
}

// Test case 16 of "The Galois/Counter Mode of Operation" (McGrew and Viega), in the order in which we keep the parts.
TEST_F(Sealing, aes_256_gcm_gives_the_published_answer) {
  Key key;
  const auto bytes = bytes_of("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
  std::copy(bytes.begin(), bytes.end(), key.bytes.begin());
  key.algorithm = Algorithm::aes_256_gcm;
  const auto sealed = bytes_of(
      "cafebabefacedbaddecaf888"
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0a"
      "bcc9f662"
      "76fc6ece0f4e1768cddf8853bb2d551b");
  EXPECT_EQ(
      decrypt(key, bytes_of("feedfacedeadbeeffeedfacedeadbeefabaddad2"), sealed),
      bytes_of(
          "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5"
          "aa0de657ba637b39"));
}

// The next three were written once and are never changed: this is how they lie in houses.
TEST_F(Sealing, reads_the_seals_of_both_algorithms_as_they_were_written) {
  const auto words = [](Algorithm algorithm, const char* hex) {
    return unseal(counting(32, algorithm), "main", "v_1", bytes_of(hex));
  };
  EXPECT_EQ(
      words(
          Algorithm::xchacha20_poly1305,
          "1ff91549747cac1469be54b246273469e5d88d7d96c1636cf4ced28264d8b58673db5da14c47088bd0e5abbd050e1fd2f19e55d22804"
          "d639933d6be3269c4a825972075ea5764057ec7b088d61bac957656129f11ce417"),
      "Marta Lindqvist");
  EXPECT_EQ(
      words(
          Algorithm::aes_256_gcm,
          "bd84936c6becbed4cac2c9f74b3206fd4b1379c89ce764448e14f73dc6fcfc8f2077ef6a37e3aa1bc68e14fd8087c8c5bfe673b25690"
          "9476b7dd88d6b72fe73f8722902af3c64beedd8ddb"),
      "Marta Lindqvist");
}

TEST_F(Sealing, reads_a_record_from_before_the_numbers_as_of_the_first_algorithm) {
  const auto record =
      unwrap(bytes_of("68dabc662d4f64c33d5b45b6fde19ab855851464516fdfaaca056081825ef0e88d7b07a54aec7d7fbda189"
                      "473335cb6ab20d099131a8e3f026cc2ce8e6f4dbef85bf4183444f43b3"),
             counting(0), "main|con_1");
  EXPECT_EQ(record.key.bytes, counting(32).bytes);
  EXPECT_EQ(record.key.algorithm, Algorithm::xchacha20_poly1305);
  EXPECT_FALSE(record.next);
}

TEST_F(Sealing, reads_records_with_numbers_and_with_the_key_that_comes_next) {
  const auto first =
      unwrap(bytes_of("015d47cd53048cc05e1207e04bd59014a0b22b1f2856fa9f8f6eb9eb946a0290621c3ce27f7acac7dce9d0"
                      "4420a850bc28a66afca755080f49a27810bd7c3b2a5fc775903014e2bace7c"),
             counting(0), "main|con_1");
  EXPECT_EQ(first.key.bytes, counting(32).bytes);
  EXPECT_EQ(first.key.algorithm, Algorithm::xchacha20_poly1305);
  const auto second =
      unwrap(bytes_of("020c9c96915de4e2b44a3e05352e8828974b43d91888634faff2f98581a18e23ac86ead62ba6b14bc320dd"
                      "6e70898241afb8ad9bcb1f3ea0002a2af94131"),
             counting(0), "main|con_1");
  EXPECT_EQ(second.key.bytes, counting(32).bytes);
  EXPECT_EQ(second.key.algorithm, Algorithm::aes_256_gcm);
  const auto moving =
      unwrap(bytes_of("026589c994d7952a1b1de55c409767d8b39cd60948e088e428c7141c846332fb8115defe1dc39a11be4fc3"
                      "e7124bc24c78d76a80402880fc82560538cce979d7149e3c9ab1e13e8fb743736061a78de8abd74208cf57"
                      "49d5ae149ccd4e6326"),
             counting(0), "main|con_1");
  EXPECT_EQ(moving.key.algorithm, Algorithm::xchacha20_poly1305);
  ASSERT_TRUE(moving.next);
  EXPECT_EQ(moving.next->bytes, counting(64).bytes);
  EXPECT_EQ(moving.next->algorithm, Algorithm::aes_256_gcm);
}

TEST_P(Sealing, a_record_belongs_to_its_name_and_its_key_file_and_is_never_as_long_as_an_old_one) {
  const auto kek = counting(0, GetParam());
  for (const auto& record : {KeyRecord{counting(32), {}}, KeyRecord{counting(32), counting(64)}}) {
    const auto wrapped = wrap(record, kek, "main|con_1");
    EXPECT_EQ(wrapped[0], char(GetParam()));
    EXPECT_NE(wrapped.size(), 72u);
    EXPECT_EQ(unwrap(wrapped, counting(0), "main|con_1").key.bytes, record.key.bytes);
    EXPECT_THROW(unwrap(wrapped, kek, "main|con_2"), WrongKeyFile);
    EXPECT_THROW(unwrap(wrapped, counting(1), "main|con_1"), WrongKeyFile);
    for (std::size_t size = 0; size < wrapped.size(); ++size)
      EXPECT_THROW(unwrap(wrapped.substr(0, size), kek, "main|con_1"), WrongKeyFile) << size;
  }
}

TEST_F(Sealing, an_unknown_algorithm_is_refused_by_its_number_wherever_it_stands) {
  const auto why = [](const std::string& wrapped) -> std::string {
    try {
      unwrap(wrapped, counting(0), "main|con_1");
      return "it was read";
    } catch (const UnknownAlgorithm& error) {
      return error.what();
    }
  };
  const auto wrapped = wrap({counting(32), {}}, counting(0), "main|con_1");
  for (const int number : {0, 3, 9, 255}) {
    const auto named = "unknown algorithm number " + std::to_string(number);
    EXPECT_NE(why(char(number) + wrapped.substr(1)).find("a wrapped key of the vault was made by the " + named),
              std::string::npos);
    EXPECT_NE(why(wrap({counting(32, Algorithm(number)), {}}, counting(0), "main|con_1")).find(named),
              std::string::npos);
  }
}

}  // namespace
}  // namespace vs::ledger
