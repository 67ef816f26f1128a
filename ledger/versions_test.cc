// What is stored or handed out says by which version or algorithm it was made, and one that is not known is refused
// in words that say so (docs/decisions/0009-other-algorithms.md).
// MISSION: REC-01
// QUALITY: 11.2.2
#include <gtest/gtest.h>
#include <sodium.h>

#include "kernel/event.h"
#include "ledger/envelope.h"
#include "ledger/note.h"

namespace vs::ledger {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

TEST(Versions, an_event_of_another_version_stops_the_reading_and_says_why) {
  const Meta meta{1, {1'763'800'000'000'000}, {ActorKind::person, "per_1", ""}, "cmd_1", 0};
  const auto bytes = encode_envelope("ws", meta, "person.joined", "{}");
  EXPECT_EQ(decode_envelope(bytes).type, "person.joined");
  try {
    decode_envelope(replaced(bytes, R"("v":1)", R"("v":2)"));
    FAIL() << "it was read as if it were of the first version";
  } catch (const UnreadableEvent& error) {
    EXPECT_NE(std::string(error.what()).find("unknown envelope version"), std::string::npos) << error.what();
  }
}

TEST(Versions, a_member_of_the_envelope_that_is_not_known_stops_the_reading) {
  const Meta meta{1, {1'763'800'000'000'000}, {ActorKind::person, "per_1", ""}, "cmd_1", 0};
  const auto bytes = encode_envelope("ws", meta, "person.joined", "{}");
  EXPECT_THROW(decode_envelope(replaced(bytes, R"("cause":0)", R"("cause":0,"node":"b")")), UnreadableEvent);
}

TEST(Versions, a_public_key_of_another_algorithm_is_none_of_ours) {
  const auto key = SigningKey::make();
  const auto ours = Verifier{"vouchsafe/main", key.public_key()}.text();
  ASSERT_TRUE(Verifier::parse(ours));
  const auto begin = ours.find('+', ours.find('+') + 1) + 1;  // behind name and key id; base64 has a + of its own
  const auto bytes = from_base64(ours.substr(begin)).value();
  ASSERT_EQ(bytes.front(), 1) << "Ed25519 in the table of C2SP";
  for (const char other : {0, 2, 4, 0x7f})
    EXPECT_FALSE(Verifier::parse(ours.substr(0, begin) + base64(other + bytes.substr(1)))) << int(other);
}

TEST(Versions, a_note_may_carry_a_signature_of_another_algorithm_beside_ours) {
  const auto key = SigningKey::make();
  const std::vector<Verifier> known{{"vouchsafe/main", key.public_key()}};
  const auto note = key.sign("vouchsafe/main\n1\nAAAA\n", "vouchsafe/main");
  const std::string longer(2420, 's');  // as long as one that outlives quantum computers
  const auto both = parse_note(note + "\u2014 vouchsafe/main " + base64("\x01\x02\x03\x04" + longer) + '\n');
  ASSERT_TRUE(both);
  EXPECT_EQ(both->signatures.size(), 2u);
  EXPECT_TRUE(signed_by(*both, known));
  const auto alone =
      parse_note(replaced(note, note.substr(note.rfind(' ') + 1), base64("\x01\x02\x03\x04" + longer) + '\n'));
  ASSERT_TRUE(alone);
  EXPECT_FALSE(signed_by(*alone, known)) << "a signature that nobody here can check proves nothing";
}

}  // namespace
}  // namespace vs::ledger
