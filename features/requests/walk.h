// For the tests of this feature: a set-up program with two advocates, and the stations of the road by name.
#pragma once

#include <gtest/gtest.h>

#include "features/requests/road.h"

namespace vs::requests {

using Codes = std::vector<std::string>;

inline const std::string good = R"({"purpose":"Win the deal","use_case":"How they run it in two countries at once",
  "use_type":"reference_call","channel":"sales","deadline":"2026-12-20",
  "prospect":{"name":"Prospect Ltd","industry":"Software","region":"EMEA"}})";

class Walk : public testing::Test, public Road {
 protected:
  void SetUp() override {
    set_up();
    first = advocate("Ada");
    second = advocate("Ben");
  }
  std::string ask(const std::string& body = good) { return must("requester", "requests.create", "", body); }
  std::string reviewed(const std::string& body = good) {
    const auto id = ask(body);
    must("program_owner", "requests.complete", id, "{}");
    clear_all(id);
    return id;
  }
  std::string chosen(const std::string& fallbacks = "") {
    const auto id = reviewed();
    must("program_owner", "requests.choose", id,
         R"({"candidates":[")" + first + R"(")" + fallbacks + R"(],"reason":"Closest to the prospect"})");
    return id;
  }
  std::string asked(const std::string& fallbacks = "") {
    const auto id = chosen(fallbacks);
    must("account_owner", "requests.agree", id, R"({"reason":"She likes to talk"})");
    return id;
  }
  std::string confirmed(const std::string& fallbacks = "") {
    const auto id = asked(fallbacks);
    must("account_owner", "requests.confirm", id, R"({"answer":"yes","evidence":{"file":"fil_2","name":"mail"}})");
    return id;
  }
  std::string disclosed(const std::string& fallbacks = "") {
    const auto id = confirmed(fallbacks);
    must("program_owner", "requests.approve", id, "{}");
    must("program_owner", "requests.disclose", id, "{}");
    return id;
  }
  std::string with_ben() const { return R"(,")" + second + R"(")"; }

  std::string first, second;
};

}  // namespace vs::requests
