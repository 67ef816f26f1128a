// Numbers of JSON that could not be written again.
#include <gtest/gtest.h>

#include "kernel/json.h"

namespace vs::json {
namespace {

TEST(JsonNumbers, beyond_all_bounds_are_refused_wherever_they_stand) {
  for (const char* text : {"1e999", "-1e999", "[1,[2,1e400]]", R"({"a":{"b":1.5e443}})"}) {
    const auto value = parse(text);
    ASSERT_FALSE(value) << text;
    EXPECT_EQ(value.error().reasons.front().code, "json_malformed");
  }
}

TEST(JsonNumbers, large_and_small_ones_are_taken_and_written_again) {
  const std::string long_one(97, '6');
  for (const std::string& text : std::vector<std::string>{long_one, "4" + long_one, "0." + long_one, "1e308", "-1e308",
                                                          "1e-300", "18446744073709551615", "-9223372036854775808"}) {
    const auto value = parse(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(to_text(*parse(to_text(*value))), to_text(*value));
  }
}

}  // namespace
}  // namespace vs::json
