// Reports of browsers are counted and logged without a word of what they say beside the directive, and never more than
// a few.
// MISSION: INT-06
// QUALITY: S-CSP, 3.4.7
#include "app/policy_reports.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/log.h"
#include "http/server.h"

namespace vs::app {
namespace {

struct Reports : testing::Test {
  int send(const std::string& body) {
    http::Request request;
    request.method = "POST";
    request.path = http::policy_reports;
    request.body = body;
    EXPECT_TRUE(PolicyReports::takes(request));
    int status = 0;
    testing::internal::CaptureStderr();
    reports.handle(request, [&](http::Response&& response) { status = response.status; });
    log += testing::internal::GetCapturedStderr();
    return status;
  }

  std::vector<std::string> counted;
  std::string log;
  PolicyReports reports{[this](const char* directive) { counted.emplace_back(directive); }};
};

constexpr const char* old_form =
    R"({"csp-report":{"document-uri":"https://x.test/p/page?who=Marta","violated-directive":"script-src-elem",)"
    R"("blocked-uri":"https://evil.test/steal","script-sample":"fetch Marta"}})";

TEST_F(Reports, both_forms_are_counted_and_only_the_directive_and_whose_page_is_told) {
  log::start("info");
  EXPECT_EQ(send(old_form), 204);
  EXPECT_EQ(send(R"([{"type":"csp-violation","body":{"documentURL":"https://x.test/w/main/requests/req_1",)"
                 R"("effectiveDirective":"img-src","sample":"Marta"}},{"type":"deprecation","body":{}}])"),
            204);
  EXPECT_EQ(counted, (std::vector<std::string>{"script-src-elem", "img-src"}));
  EXPECT_NE(log.find(R"("page":"portal")"), std::string::npos) << log;
  EXPECT_NE(log.find(R"("page":"app")"), std::string::npos) << log;
  for (const char* secret : {"Marta", "evil", "req_1"}) EXPECT_EQ(log.find(secret), std::string::npos) << log;
}

TEST_F(Reports, an_unknown_directive_is_one_of_the_others) {
  EXPECT_EQ(send(R"({"csp-report":{"violated-directive":"Marta Lind"}})"), 204);
  EXPECT_EQ(counted, std::vector<std::string>{"other"});
  EXPECT_EQ(log.find("Marta"), std::string::npos) << log;
}

TEST_F(Reports, what_is_no_report_is_refused) {
  for (const std::string body :
       {"", "null", "[]", "{}", R"({"csp-report":1})", R"([{"type":"csp-violation"}])", "\xff"})
    EXPECT_EQ(send(body), 400) << body;
  EXPECT_EQ(send(old_form + std::string(20'000, ' ')), 400) << "it is longer than any report";
  EXPECT_TRUE(counted.empty());
}

TEST_F(Reports, a_flood_is_answered_and_not_counted) {
  for (int n = 0; n < 200; ++n) ASSERT_EQ(send(old_form), 204);
  EXPECT_EQ(counted.size(), 60u);
  EXPECT_EQ(std::ranges::count(log, '\n'), 60);
}

}  // namespace
}  // namespace vs::app
