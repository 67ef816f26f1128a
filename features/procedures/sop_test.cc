// Reading and checking procedures.
#include "features/procedures/sop.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vs::procedures {
namespace {

const std::string head = "sop: s\ntitle: S\nsubject: request\nstart: a\nsteps:\n";

std::vector<std::string> codes(const std::string& steps) {
  const auto sop = parse_sop(head + steps);
  std::vector<std::string> all;
  if (!sop) {
    for (const auto& r : sop.error().reasons) all.push_back(r.code + "@" + r.field);
  } else {
    for (const auto& f : check(*sop)) all.push_back(f.code + "@" + f.step);
  }
  return all;
}

using Codes = std::vector<std::string>;

// MISSION: SOP-01
TEST(Sop, IsReadStrictlyWithAllFindings) {
  EXPECT_EQ(codes("  a: {kind: dance, title: A, colour: red, limit_hours: x}"),
            (Codes{"unknown_key@steps.a.colour", "unknown_value@steps.a.kind", "wrong_type@steps.a.limit_hours"}));
  EXPECT_EQ(codes("  a: {kind: form, title: A, when: {field: x, op: resembles}}"), (Codes{"bad_rule@steps.a.when"}));
  EXPECT_EQ(parse_sop("a: [").error().reasons.front().code, "not_yaml");
  EXPECT_EQ(parse_sop("").error().reasons.front().code, "not_a_procedure");
}

// MISSION: SOP-03
TEST(Sop, StepsHaveOwnersAndLeadSomewhere) {
  EXPECT_EQ(codes("  a: {kind: form, title: A, owner: captain, outcomes: {done: b}}"),
            (Codes{"unknown_owner@a", "unknown_step@a"}));
  EXPECT_EQ(codes("  a: {kind: form, title: A, owner: requester}"), (Codes{"no_way_on@a"}));
  EXPECT_EQ(codes("  a: {kind: form, title: A, owner: requester, outcomes: {done: end}}\n"
                  "  b: {kind: form, title: B, owner: requester, outcomes: {done: end}}"),
            (Codes{"unreachable@b"}));
  EXPECT_EQ(codes("  a: {kind: form, title: A, owner: requester, outcomes: {done: b}}\n"
                  "  b: {kind: form, title: B, owner: requester, outcomes: {done: a}}"),
            (Codes{"no_end@a", "no_end@b"}));
  EXPECT_EQ(codes("  a: {kind: form, title: A, owner: requester, limit_hours: 8, outcomes: {done: end}}"),
            (Codes{"no_decision_maker@a"}));
}

// MISSION: SOP-03
TEST(Sop, StepsNeverSkipRoundAndRound) {
  const std::string when = "when: {field: x, op: present}, ";
  EXPECT_EQ(codes("  a: {kind: form, title: A, owner: requester, " + when + "next: a, outcomes: {done: end}}"),
            (Codes{"skips_in_circle@a"}));
}

std::string reviewed(const std::string& legal) {
  return "  a: {kind: all, title: A, branches: [legal, privacy, channel], next: final}\n"
         "  legal: {kind: review, title: L, owner: legal_reviewer, clearance: legal, " +
         legal +
         "}\n"
         "  privacy: {kind: review, title: P, owner: privacy_reviewer, clearance: privacy, "
         "outcomes: {clear: join, not_clear: no}}\n"
         "  channel: {kind: review, title: C, owner: channel_owner, clearance: channel, "
         "outcomes: {clear: join, not_clear: no}}\n"
         "  final: {kind: act, title: F, owner: program_owner, gate: disclosure, outcomes: {disclosed: end}}\n"
         "  no: {kind: archive, title: N}\n";
}

// MISSION: SOP-03 REQ-05
TEST(Sop, NoWayToDisclosurePassesByAReview) {
  EXPECT_EQ(codes(reviewed("outcomes: {clear: join, not_clear: no}")), Codes{});
  EXPECT_EQ(codes(reviewed("outcomes: {clear: join, not_clear: join}")), (Codes{"gate_without_review@final"}));
  EXPECT_EQ(codes(reviewed("when: {field: x, op: present}, outcomes: {clear: join, not_clear: no}")),
            (Codes{"gate_without_review@final"}));
  EXPECT_EQ(codes(reviewed("outcomes: {clear: join, not_clear: final}")).size(), 3u);
}

// MISSION: SOP-03
TEST(Sop, FindingsShowACounterExample) {
  const auto sop = parse_sop(head + reviewed("outcomes: {clear: join, not_clear: final}"));
  ASSERT_TRUE(sop);
  const auto findings = check(*sop);
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings.front().path, (std::vector<std::string>{"a", "final"}));
}

}  // namespace
}  // namespace vs::procedures
