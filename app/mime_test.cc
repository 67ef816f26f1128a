// MISSION: INT-03
#include "app/mime.h"

#include <gtest/gtest.h>

namespace vs::app {
namespace {

Message message() {
  return {"mai_1",
          "References <refs@vouchsafe.test>",
          with_name("Ana Ruiz", "ana@northwind.test"),
          "",
          "en",
          "May we?",
          "Hello,\nplease read this.\n",
          "<p>Hello</p>",
          "",
          "",
          {1'800'000'000'000'000}};
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Mime, a_message_names_itself_and_everybody_in_it) {
  const auto bytes = to_mime(message());
  for (const char* header : {"From: References <refs@vouchsafe.test>\r\n", "To: Ana Ruiz <ana@northwind.test>\r\n",
                             "Subject: May we?\r\n", "Message-Id: <mai_1@vouchsafe.test>\r\n",
                             "Date: Fri, 15 Jan 2027 08:00:00 +0000\r\n", "Auto-Submitted: auto-generated\r\n"})
    EXPECT_TRUE(holds(bytes, header)) << header << bytes;
  EXPECT_TRUE(holds(bytes, "multipart/alternative"));
  EXPECT_FALSE(holds(bytes, "List-Unsubscribe"));
}

TEST(Mime, every_line_ends_as_smtp_wants_it_and_is_short) {
  auto m = message();
  m.html = "<p>" + std::string(5000, 'x') + "</p>";
  m.text = "ご協力のお願い\n" + std::string(3000, 'y');
  const auto bytes = to_mime(m);
  std::size_t from = 0;
  for (auto at = bytes.find('\n'); at != std::string::npos; from = at + 1, at = bytes.find('\n', from)) {
    ASSERT_GT(at, 0u);
    EXPECT_EQ(bytes[at - 1], '\r') << bytes.substr(from, 80);
    EXPECT_LE(at - from, 998u);
  }
  for (const unsigned char c : bytes) EXPECT_LT(c, 0x80);
}

TEST(Mime, nothing_from_outside_becomes_a_header) {
  auto m = message();
  m.subject = "May we?\r\nBcc: all@example.test";
  m.to = with_name("Ana\r\nBcc: all@example.test", "ana@northwind.test");
  m.unsubscribe = "https://x.test/" + std::string(150, 'u');
  const auto bytes = to_mime(m);
  EXPECT_FALSE(holds(bytes, "\nBcc:")) << bytes;
  EXPECT_TRUE(holds(bytes, "List-Unsubscribe: <" + m.unsubscribe + ">\r\n")) << bytes;
  EXPECT_TRUE(holds(bytes, "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
}

TEST(Mime, an_invitation_stands_in_the_letter_and_beside_it) {
  auto m = message();
  m.calendar = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
  const auto bytes = to_mime(m);
  const auto first = bytes.find("text/calendar");
  EXPECT_NE(first, std::string::npos);
  EXPECT_NE(bytes.find("text/calendar", first + 1), std::string::npos);
  EXPECT_TRUE(holds(bytes, "method=CANCEL")) << bytes;
  EXPECT_TRUE(holds(bytes, "invite.ics"));
}

TEST(Mime, one_address_is_one_address) {
  EXPECT_EQ(bare_address("Ana <ana@northwind.test>"), "ana@northwind.test");
  EXPECT_EQ(bare_address("ana@northwind.test"), "ana@northwind.test");
  for (const char* bad : {"", "ana", "a@b.test, c@d.test", "@b.test", "ana@", "ana@b.test\r\nRCPT TO:<x@y.test>"})
    EXPECT_FALSE(bare_address(bad)) << bad;
}

}  // namespace
}  // namespace vs::app
