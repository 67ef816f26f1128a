// Which of two versions of the program is the newer one.
// MISSION: REC-01
#include <gtest/gtest.h>

#include "app/version.h"

namespace vs::app {
namespace {

TEST(Newer, goes_by_the_numbers_not_by_the_letters) {
  EXPECT_TRUE(newer("0.2.0", "0.1.0"));
  EXPECT_TRUE(newer("0.10.0", "0.9.9"));
  EXPECT_TRUE(newer("1", "0.9"));
  EXPECT_TRUE(newer("1.0.1", "1"));
  EXPECT_FALSE(newer("0.1.0", "0.1.0"));
  EXPECT_FALSE(newer("0.1", "0.1.0"));
  EXPECT_FALSE(newer("0.9.9", "0.10.0"));
  EXPECT_FALSE(newer("", "0.1"));
  EXPECT_FALSE(newer("no version", version));
}

}  // namespace
}  // namespace vs::app
