// The shapes of addresses in the log and in figures.
// MISSION: INT-06
#include "app/front.h"

#include <gtest/gtest.h>

namespace vs::app {
namespace {

TEST(Routes, known_words_stay_and_everything_else_is_an_id) {
  const Routes routes(R"({"paths":{"/api/v1/w/{ws}/requests/{id}/submit":{},"/api/v1/session":{}}})");
  EXPECT_EQ(routes.shape("/api/v1/w/main/requests/req_1/submit"), "/api/v1/w/{ws}/requests/{id}/submit");
  EXPECT_EQ(routes.shape("/api/v1/w/requests/requests/Jo Speaker"), "/api/v1/w/{ws}/requests/{id}");
  EXPECT_EQ(routes.shape("/api/v1/session"), "/api/v1/session");
  EXPECT_EQ(routes.shape("/p/secret-of-a-link"), "/p/*");
  EXPECT_EQ(routes.shape("/requests/req_1"), "/*");
  EXPECT_EQ(routes.shape("/api/v1/w/w/w/w"), "/api/v1/w/{ws}/{ws}/{ws}");
  std::string deep = "/api";
  for (int i = 0; i < 1000; ++i) deep += "/requests";
  EXPECT_EQ(routes.shape(deep), "/api/*");
}

}  // namespace
}  // namespace vs::app
