// What is due to go under each rule: by its day, without what a hold keeps, and never a proof that is still needed.
// MISSION: REC-04, REC-05
#include "features/privacy/retention.h"

#include <gtest/gtest.h>

namespace vs::privacy {
namespace {

const Instant now = *Instant::vj_parse("2026-11-22T09:00:00Z");

Personal sealed(const std::string& owner, const std::string& ref) {
  auto words = Personal::of(owner, "Words");
  words.seal(ref, "com");
  return words;
}

struct Kept {
  State state;
  directory::State directory;
  authorizations::State permissions;
  mail::State mail;

  Due due(std::string_view rule, Instant at = now) const {
    return due_under(state, directory, permissions, mail, rule, at.date());
  }
  void letter(const std::string& id, int days_ago, mail::Status status = mail::Status::sent) {
    auto& one = mail.letters[id];
    one.id = id, one.contact = "con_" + id, one.status = status, one.written_at = now.plus_days(-days_ago);
    one.subject = sealed(one.contact, "v_" + id + "s"), one.text = sealed(one.contact, "v_" + id + "t");
  }
  authorizations::Authorization& permission(const std::string& id, authorizations::Phase phase, int days_ago) {
    auto& one = permissions.authorizations[id];
    one.id = id, one.contact = "con_1", one.phase = phase;
    one.signer = sealed("con_1", "v_" + id);
    one.evidence.push_back({"fil_shared", sealed("con_1", "v_" + id + "e")});
    one.history.push_back({now.plus_days(-days_ago), "per_ana", "Withdrawn", {}, 1});
    return one;
  }
};

TEST(Retention, letters_go_after_their_days_but_not_while_they_wait) {
  Kept kept;
  kept.letter("old", 31);
  kept.letter("young", 29);
  kept.letter("waits", 90, mail::Status::waiting);
  EXPECT_EQ(kept.due("letter").refs, (std::vector<std::string>{"v_olds", "v_oldt"}));
  EXPECT_EQ(kept.due("letter").records, 1u);
  kept.state.rules["letter"] = {20, true};
  EXPECT_EQ(kept.due("letter").records, 2u);
}

TEST(Retention, whoever_is_on_hold_keeps_everything_until_the_hold_is_over) {
  Kept kept;
  kept.letter("old", 31);
  kept.state.subjects["con_old"].hold = Hold{now.date(), "per_lea", {}, now};
  EXPECT_EQ(kept.due("letter").records, 0u);
  EXPECT_EQ(kept.due("letter").held, 1u);
  EXPECT_EQ(kept.due("letter", now.plus_days(1)).records, 1u);
}

TEST(Retention, a_proof_that_another_permission_needs_stays) {
  Kept kept;
  kept.permission("aut_1", authorizations::Phase::withdrawn, 1200);
  auto& standing = kept.permission("aut_2", authorizations::Phase::recorded, 1200);
  EXPECT_EQ(kept.due("withdrawn_permission").records, 1u);
  EXPECT_TRUE(kept.due("withdrawn_permission").owners.empty());
  standing.evidence.clear();
  EXPECT_EQ(kept.due("withdrawn_permission").owners, (std::vector<std::string>{"fil_shared"}));
}

TEST(Retention, nothing_is_due_twice_while_it_is_under_way_and_nothing_that_is_gone) {
  Kept kept;
  kept.letter("old", 31);
  kept.state.shreddings["shr_1"] = {"shr_1", "", "letter", {}, {"v_olds"}, now};
  EXPECT_EQ(kept.due("letter").records, 0u);
  kept.state.shreddings.clear();
  for (auto* words : {&kept.mail.letters["old"].subject, &kept.mail.letters["old"].text}) words->unseal("con_old", "");
  EXPECT_EQ(kept.due("letter").records, 0u);
}

TEST(Retention, files_of_imports_go_whole_and_once) {
  Kept kept;
  auto& import = kept.directory.imports["imp_1"];
  import.id = "imp_1", import.status = directory::ImportStatus::applied, import.created_at = now.plus_days(-91);
  EXPECT_EQ(kept.due("import_file").owners, (std::vector<std::string>{"import:imp_1"}));
  kept.state.shredded_owners.insert("import:imp_1");
  EXPECT_EQ(kept.due("import_file").records, 0u);
}

}  // namespace
}  // namespace vs::privacy
