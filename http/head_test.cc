// Heads that two readers could divide differently are told from the others, however they come in pieces.
// QUALITY: S-HTTP
#include "http/head.h"

#include <gtest/gtest.h>

#include <string>

namespace vs::http {
namespace {

TEST(Head, is_whole_at_the_empty_line_and_partial_before_it) {
  const std::string head = "GET /a?b=c HTTP/1.1\r\nHost: x\r\nCookie: a=b\r\n\r\n";
  EXPECT_EQ(head_of(head), Head::whole);
  EXPECT_EQ(head_of(head + "{\"a\":\n1}"), Head::whole) << "the body is not looked at";
  for (std::size_t n = 0; n < head.size(); ++n) EXPECT_EQ(head_of(head.substr(0, n)), Head::partial) << n;
  EXPECT_EQ(target_of(head), "/a?b=c");
  EXPECT_EQ(target_of("GET"), "");
}

TEST(Head, with_a_line_that_can_be_read_in_two_ways_is_wrong) {
  for (const std::string line : {"Host: x\nEvil: 1", "Host: x\rEvil: 1", "Host: x\r\n folded", "Host: x\r\n\tfolded"})
    EXPECT_EQ(head_of("GET / HTTP/1.1\r\n" + line + "\r\n\r\n"), Head::wrong) << line;
  EXPECT_EQ(head_of(std::string("GET / HTTP/1.1\r\nHost: x\0y\r\n\r\n", 30)), Head::wrong);
  EXPECT_EQ(head_of("GET / HTTP/1.1\n\n"), Head::wrong);
  EXPECT_EQ(head_of("\r\nGET / HTTP/1.1\r\n\r\n"), Head::wrong);
}

}  // namespace
}  // namespace vs::http
