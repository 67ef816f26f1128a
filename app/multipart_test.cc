// Forms that carry files.
// MISSION: AUT-02
#include "app/multipart.h"

#include <gtest/gtest.h>

namespace vs::app {
namespace {

const std::string type = "multipart/form-data; boundary=----WebKitFormBoundaryAbC";

std::string part(const std::string& head, const std::string& bytes) {
  return "------WebKitFormBoundaryAbC\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + bytes + "\r\n";
}
const std::string end = "------WebKitFormBoundaryAbC--\r\n";

TEST(Multipart, fields_and_files_come_as_they_were_sent) {
  const std::string bytes =
      "%PDF-1.7\r\n\xfe\xff\r\n--not the end\nof it"
      "\x01";
  const auto read = read_multipart(type, part("name=\"typed_name\"", "Márta Lind") +
                                             part("name=\"agreement\"; filename=\"our terms.pdf\"\r\n"
                                                  "Content-Type: application/pdf",
                                                  bytes) +
                                             end);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->fields.size(), 1u);
  EXPECT_EQ(read->fields[0].second, "Márta Lind");
  ASSERT_EQ(read->files.size(), 1u);
  EXPECT_EQ(read->files[0].name, "our terms.pdf");
  EXPECT_EQ(read->files[0].bytes, bytes);
}

TEST(Multipart, a_file_left_empty_is_none) {
  const auto read = read_multipart(
      type, part("name=\"agreement\"; filename=\"\"\r\nContent-Type: application/octet-stream", "") + end);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->files.empty());
  EXPECT_TRUE(read->fields.empty());
}

TEST(Multipart, other_bodies_are_none) {
  EXPECT_FALSE(read_multipart("application/json", "{}"));
  EXPECT_FALSE(read_multipart("multipart/form-data; boundary=x\r\nX: y", "--x--"));
  const auto cut = read_multipart(type, part("name=\"a\"", "b"));
  EXPECT_TRUE(!cut || cut->fields.size() <= 1);
}

}  // namespace
}  // namespace vs::app
