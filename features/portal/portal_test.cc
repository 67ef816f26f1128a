// The customer's pages without a browser: words, templates, forms, and who sees what.
// MISSION: AUT-02, AUT-10, AUT-11
#include "features/portal/portal.h"

#include <gtest/gtest.h>

#include <regex>

#include "features/authorizations/testing.h"
#include "features/portal/asking.h"
#include "features/portal/calls.h"
#include "features/portal/confirm.h"
#include "features/portal/delivered.h"
#include "features/portal/template.h"
#include "features/portal/times.h"
#include "features/portal/wishes.h"

namespace vs::portal {
namespace {

using authorizations::Say;

std::set<std::string> holes(const std::string& text) {
  static const std::regex hole(R"(\{[a-z_]+\})");
  std::set<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), hole), end; it != end; ++it) out.insert(it->str());
  return out;
}

authorizations::RoundPage round_of_two() {
  authorizations::RoundPage round;
  authorizations::ScopeShown logo, press;
  logo.ask = 0, logo.use_type = UseType::logo, logo.title = "Logo";
  logo.channels = {{"web", "our website"}, {"sales", "sales conversations"}};
  press.ask = 1, press.use_type = UseType::press, press.title = "Press";
  press.channels = {{"press", "press"}};
  round.asks = {logo, press};
  return round;
}

Form form_of(std::multimap<std::string, std::string> fields) {
  return Form{std::move(fields)};
}

TEST(PortalWords, every_language_says_every_sentence_with_the_same_holes) {
  ASSERT_EQ(languages().size(), 5u);
  EXPECT_EQ(languages().front().code, "en");
  const Words english("en");
  for (const auto& language : languages()) {
    const Words words(language.code);
    for (const auto& [key, text] : words.all()) {
      if (key == "call_by") continue;
      EXPECT_EQ(holes(std::string(text.as_string())), holes(english(key))) << language.code << " " << key;
    }
    EXPECT_EQ(words.all().size(), english.all().size()) << language.code;
  }
}

TEST(PortalWords, the_language_follows_contact_and_browser) {
  EXPECT_EQ(language_for("de-AT"), "de");
  EXPECT_EQ(language_for("pt-BR, fr;q=0.8"), "fr");
  EXPECT_EQ(language_for(""), "en");
  EXPECT_EQ(Words("xx").language(), "en");
}

TEST(PortalWords, dates_read_as_people_write_them) {
  const auto day = *Date::vj_parse("2027-08-31");
  EXPECT_EQ(Words("en").date(day), "31 Aug 2027");
  EXPECT_EQ(Words("de").date(day), "31. Aug. 2027");
  EXPECT_EQ(Words("ja").date(day), "2027年8月31日");
  const auto at = *Instant::vj_parse("2026-11-22T23:30:00Z");
  EXPECT_EQ(Words("en").moment(at, "Europe/Oslo"), "23 Nov 2026, 00:30");
  EXPECT_EQ(Words("en").moment(at, "Nowhere/At_All"), "22 Nov 2026, 23:30");
}

TEST(PortalTemplates, all_are_well_formed_and_escape_what_people_wrote) {
  const Words words("en");
  for (const auto& [name, text] : delivered()) {
    if (!name.ends_with(".mustache") || name.ends_with("_part.mustache") || name == "layout.mustache") continue;
    EXPECT_NO_THROW(render(std::string(name.substr(0, name.size() - 9)), words, {})) << name;
  }
  const auto html = render("plain", words, {{"page_title", "<script>alert(1)</script>"}, {"lead", "\"&'"}});
  EXPECT_EQ(html.find("<script>alert"), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
}

TEST(PortalTemplates, nothing_is_chosen_beforehand) {
  for (const auto& [name, text] : delivered()) {
    if (!name.ends_with(".mustache")) continue;
    std::string plain(text);
    plain = std::regex_replace(plain, std::regex(R"(\{\{#[a-z_]+\}\} checked\{\{/[a-z_]+\}\})"), "");
    EXPECT_EQ(plain.find("checked"), std::string::npos) << name;
  }
}

TEST(PortalWords, times_are_those_of_the_customers_clock) {
  const auto at = instant_of("2026-11-26", "10:00", "Europe/Oslo");
  ASSERT_TRUE(at);
  EXPECT_EQ(at->vj_str().substr(0, 16), "2026-11-26T09:00");
  EXPECT_EQ(Words("en").appointment(*at, "Europe/Oslo"), "Thursday, 26 Nov 2026, 10:00");
  EXPECT_TRUE(instant_of("2027-03-28", "02:30", "Europe/Oslo")) << "an hour that the clock skips";
  for (const auto* clock : {"", "25:00", "10:60", "1000", "aa:bb"})
    EXPECT_FALSE(instant_of("2026-11-26", clock, "Europe/Oslo")) << clock;
  EXPECT_FALSE(instant_of("26.11.2026", "10:00", "Europe/Oslo"));
  EXPECT_EQ(zone_shown("Nowhere/At_All"), zone_shown(""));
  EXPECT_EQ(zone_shown("America/New_York"), "New York");
}

// MISSION: REQ-09
TEST(PortalForms, an_answer_to_a_request_says_what_it_needs) {
  const Visitor visitor;
  requests::Confirmation question;
  question.request = "req_1", question.time_zone = "Europe/Oslo";
  question.slots = {*Instant::vj_parse("2026-11-26T09:00:00Z")};
  const Confirming confirming{visitor, Words("en"), question};
  EXPECT_EQ(confirm_deed(confirming, form_of({})).problems.size(), 1u);
  EXPECT_EQ(confirm_deed(confirming, form_of({{"answer", "yes"}})).problems.size(), 1u);
  EXPECT_EQ(confirm_deed(confirming, form_of({{"answer", "another_time"}, {"day1", "2026-12-01"}})).problems.size(),
            1u);
  EXPECT_EQ(confirm_deed(confirming, form_of({{"answer", "colleague"}, {"name", "Ola"}})).problems.size(), 1u);
  EXPECT_TRUE(confirm_deed(confirming, form_of({{"answer", "no"}})).problems.empty()) << "no reason is needed";
  const auto other = confirm_deed(
      confirming, form_of({{"answer", "another_time"}, {"day2", "2026-12-01"}, {"time2", "09:30"}, {"day1", ""}}));
  EXPECT_EQ(other.target, "req_1");
  EXPECT_EQ(other.body.at("slots").as_array().size(), 1u);
}

// MISSION: ACT-03
TEST(PortalForms, a_debrief_is_two_taps) {
  const Visitor visitor;
  const Call call{visitor, Words("en"), {}, "Marta"};
  EXPECT_TRUE(debrief_deed(call, form_of({{"rating", "4"}, {"again", "yes"}})).problems.empty());
  EXPECT_FALSE(debrief_deed(call, form_of({{"rating", "4"}})).problems.empty());
  EXPECT_FALSE(debrief_deed(call, form_of({{"rating", "9"}, {"again", "no"}})).problems.empty());
}

// MISSION: ACT-01
TEST(PortalForms, another_time_needs_one) {
  const Visitor visitor;
  const Call call{visitor, Words("en"), {}, "Marta"};
  EXPECT_FALSE(move_deed(call, form_of({{"reason", "On leave."}})).problems.empty());
  EXPECT_TRUE(move_deed(call, form_of({{"day1", "2026-12-01"}, {"time1", "09:30"}})).problems.empty());
}

TEST(PortalForms, limits_count_only_with_limits_and_only_when_ticked) {
  const auto round = round_of_two();
  const auto answers = answers_of(round, form_of({{"a0", "limited"},
                                                  {"a0.channels", "web"},
                                                  {"a0.until", "2027-01-01"},
                                                  {"a0.other", "Not in March."},
                                                  {"a1", "yes"},
                                                  {"a1.channels", "press"}}));
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(answers[0].channels, std::vector{Channel::web});
  EXPECT_FALSE(answers[0].until) << "its box was not ticked";
  EXPECT_FALSE(answers[0].conditions);
  EXPECT_FALSE(answers[1].channels) << "yes has no limits";
}

TEST(PortalForms, what_is_not_answered_or_not_limited_is_a_gap) {
  const Visitor visitor;
  const Asking asking{visitor, Words("en"), round_of_two(), "", ""};
  EXPECT_EQ(gaps(asking, form_of({})).size(), 2u);
  EXPECT_EQ(gaps(asking, form_of({{"a0", "limited"}, {"a1", "no"}})).size(), 1u);
  EXPECT_EQ(gaps(asking, form_of({{"a0", "maybe"}, {"a1", "no"}})).size(), 1u);
  EXPECT_EQ(gaps(asking, form_of({{"a0", "limited"}, {"a0.until_on", "yes"}, {"a1", "no"}})).size(), 1u);
  EXPECT_TRUE(gaps(asking, form_of({{"a0", "limited"}, {"a0.each", "yes"}, {"a1", "no"}})).empty());
}

TEST(PortalForms, press_is_confirmed_once_more) {
  const auto round = round_of_two();
  EXPECT_TRUE(needs_proof(round, answers_of(round, form_of({{"a0", "no"}, {"a1", "yes"}}))));
  EXPECT_FALSE(needs_proof(round, answers_of(round, form_of({{"a0", "yes"}, {"a1", "no"}}))));

  Visitor visitor;
  visitor.letters = true;
  const Asking asking{visitor, Words("en"), round, "", ""};
  const auto deed = answer_deed(
      asking,
      form_of({{"a0", "no"}, {"a1", "yes"}, {"authority", "company"}, {"typed_name", "Marta"}, {"digest", "d"}}));
  EXPECT_TRUE(deed.send_code);
  EXPECT_TRUE(deed.collection.empty()) << "nothing is decided before";
}

TEST(PortalPages, a_link_opens_nothing_of_another_person_or_purpose) {
  const World world;
  Visitor visitor;
  visitor.contact = "con_1", visitor.about = "aut_1", visitor.purpose = "authorize";
  visitor.now = *Instant::vj_parse("2026-11-22T09:00:00Z");
  for (const auto* path : {"/p/ask", "/p/check", "/p/details", "/p/erase", "/p/withdraw", "/p/nowhere"})
    EXPECT_EQ(page(world, visitor, path, {}).status, 404) << path;
  EXPECT_FALSE(deed(world, visitor, "/p/answer", {}));
  EXPECT_FALSE(deed(world, visitor, "/p/erase", {}));
}

TEST(PortalWishes, only_customers_state_them_and_twice_is_once) {
  State state;
  directory::State directory;
  authorizations::State permissions;
  directory.contacts["con_1"].id = "con_1";
  Context ctx{{ActorKind::contact, "con_1", ""}, {"customer"}, *Instant::vj_parse("2026-11-22T09:00:00Z"), {}, ""};
  const auto first = state_wish(state, directory, permissions, {WishKind::correct, LongText{"Title: CTO"}}, ctx);
  ASSERT_TRUE(first);
  World world;
  for (const auto& event : first->events) event.apply(world, {1, ctx.now, ctx.actor, "cmd", 0});
  state = world.get<State>();
  EXPECT_TRUE(
      state_wish(state, directory, permissions, {WishKind::correct, LongText{"Title: CTO"}}, ctx)->events.empty());
  EXPECT_FALSE(state_wish(state, directory, permissions, {WishKind::correct, {}}, ctx));
  ctx.actor.kind = ActorKind::person;
  EXPECT_FALSE(state_wish(state, directory, permissions, {WishKind::erase, {}}, ctx));
  ctx.target = first->id;
  const auto settled = settle_wish(state, {LongText{"Corrected."}}, ctx);
  ASSERT_TRUE(settled);
  for (const auto& event : settled->events) event.apply(world, {2, ctx.now, ctx.actor, "cmd", 0});
  EXPECT_FALSE(settle_wish(world.get<State>(), {LongText{"Again."}}, ctx));
}

}  // namespace
}  // namespace vs::portal
