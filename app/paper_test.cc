// MISSION: REC-03, REQ-13
#include "app/paper.h"

#include <gtest/gtest.h>

namespace vs::app {
namespace {

int pages(const std::string& pdf) {
  const auto at = pdf.find("/Count ");
  return at == pdf.npos ? 0 : std::stoi(pdf.substr(at + 7));
}

TEST(Paper, is_a_pdf_in_which_long_texts_go_on_over_the_page) {
  Paper small("REQ-1063", "Northwind", {1'700'000'000'000'000});
  small.fact("Customer", "Nordvik ASA");
  const auto one = small.bytes();
  EXPECT_TRUE(one.starts_with("%PDF-"));
  EXPECT_EQ(pages(one), 1);

  Paper large("REQ-1063", "Northwind", {1'700'000'000'000'000});
  large.section("What was said");
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "The rollout took six weeks. ";
  large.line(text);
  for (int i = 0; i < 80; ++i) large.fact("Label " + std::to_string(i), "value");
  EXPECT_GT(pages(large.bytes()), 8);
}

TEST(Paper, takes_words_in_any_script_and_words_that_are_none) {
  Paper paper("承認の記録", "株式会社サンプル", {1'700'000'000'000'000});
  paper.fact("お客様", "山田 太郎 – Ελένη – Наталья – مريم – Zoë");
  paper.line(std::string(500, 'x'));
  paper.line("");
  paper.fact("Empty", "");
  EXPECT_GT(paper.bytes().size(), 2'000u);
}

}  // namespace
}  // namespace vs::app
