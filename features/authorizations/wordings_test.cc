// Controlled wording in a workspace's own words: what is refused, what a round keeps, what stays readable.
// MISSION: AUT-01
// MISSION: PRG-03
#include <gtest/gtest.h>

#include "features/authorizations/authorizations_views.h"
#include "features/authorizations/testing.h"

namespace vs::authorizations {
namespace {

using testing::day;
using testing::Desk;

AdoptWording wording(const std::string& name, const std::string& words) {
  return {{{name, LongText{words}}}, {"Our legal department wants it so"}, {}};
}

AskCustomer request() {
  GrantInput g;
  g.use_type = UseType::logo;
  g.channels = {Channel::web};
  g.until = day(365);
  return {"con_1", {g}, {}, {"May we?"}};
}

std::string ask_now(Desk& desk) {
  return desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
}

std::set<std::string> refusals(const Desk& desk, const AdoptWording& c) {
  Desk other = desk;
  const auto decision = adopt_wording(desk.state, c, other.context("en"));
  std::set<std::string> codes;
  if (!decision)
    for (const auto& reason : decision.error().reasons) codes.insert(reason.code + " " + reason.field);
  return codes;
}

TEST(Wordings, unknown_missing_and_broken_places_are_told_all_at_once) {
  Desk desk;
  AdoptWording c{{{"opening", {"Dear {{customer}}, {{name}} asks."}},
                  {"title", {" "}},
                  {"where", {"Where: {{#list}}{{list}}{{/list}}"}},
                  {"boundary", {"x"}}},
                 {""},
                 {}};
  EXPECT_EQ(refusals(desk, c),
            (std::set<std::string>{"placeholder_unknown texts.opening", "placeholder_missing texts.opening",
                                   "required texts.title", "wording_unreadable texts.where",
                                   "unknown_text texts.boundary", "required reason"}));
  EXPECT_TRUE(refusals(desk, wording("uses.logo.text", "We show your logo.")).empty());
  EXPECT_FALSE(adopt_wording(desk.state, wording("title", "x"), desk.context("tlh")));
}

TEST(Wordings, every_delivered_text_may_be_adopted_as_it_is_and_changes_nothing) {
  Desk desk;
  for (const auto& language : wording_languages()) {
    AdoptWording c{{}, {"As delivered"}, {}};
    for (const auto& [name, words] : texts_of(delivered_lexicon(language))) c.texts[name] = {words};
    const auto decision = adopt_wording(desk.state, c, desk.context(language));
    ASSERT_TRUE(decision) << language << " " << decision.error().reasons.front().field;
    EXPECT_TRUE(decision->events.empty()) << language;
  }
}

TEST(Wordings, a_round_keeps_the_words_and_the_revision_in_which_it_was_asked) {
  Desk desk;
  desk.must(adopt_wording(desk.state, wording("title", "May we show you?"), desk.context("en")));
  const auto id = ask_now(desk);
  const auto& round = *find(desk.state, id)->round;
  EXPECT_EQ(round.wording_template, own_template);
  EXPECT_EQ(round.template_revision, 1);
  EXPECT_TRUE(round.wording.words().starts_with("May we show you?"));
  desk.must(adopt_wording(desk.state, wording("title", "Something else"), desk.context("en")));
  const auto page = round_page(desk.state, desk.directory, desk.people, id, "con_1", "en");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->title, "May we show you?") << "the page shows the words whose digest is confirmed";
  EXPECT_EQ(page->wording_digest, round.wording_digest);
  EXPECT_TRUE(page->wording.starts_with(page->title));
}

TEST(Wordings, a_changed_meaning_asks_again_and_a_mended_phrase_does_not) {
  Desk desk;
  const auto id = ask_now(desk);
  desk.must(adopt_wording(desk.state, wording("title", "May we show you?"), desk.context("en")));
  EXPECT_FALSE(wording_outdated(desk.state, *find(desk.state, id)));
  auto c = wording("withdrawal", "Take it back whenever you like, by a letter.");
  c.meaning_changed = true;
  desk.must(adopt_wording(desk.state, c, desk.context("en")));
  EXPECT_TRUE(wording_outdated(desk.state, *find(desk.state, id)));
  desk.must(restore_wording(desk.state, {{"Back to the usual"}}, desk.context("en")));
  EXPECT_TRUE(wording_outdated(desk.state, *find(desk.state, id))) << "terms never go down";
}

TEST(Wordings, superseded_revisions_are_readable_whole_with_who_and_why) {
  Desk desk;
  desk.must(adopt_wording(desk.state, wording("title", "First"), desk.context("de")));
  desk.must(adopt_wording(desk.state, wording("title", "Second"), desk.context("de")));
  desk.must(restore_wording(desk.state, {{"Enough"}}, desk.context("de")));
  EXPECT_EQ(lexicon(desk.state, "de").phrases.at("title"), delivered_lexicon("de").phrases.at("title"));
  auto ask = desk.asking("de");
  const auto item = wording_item(desk.state, desk.people, ask);
  ASSERT_TRUE(item);
  ASSERT_EQ(item->history.size(), 3u);
  EXPECT_EQ(item->history[0].reason, "Our legal department wants it so");
  EXPECT_FALSE(item->own);
  ask.params["number"] = "1";
  const auto first = wording_revision(desk.state, desk.people, ask);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->sample.title, "First");
  EXPECT_TRUE(first->own);
  EXPECT_EQ(first->texts.size(), item->texts.size());
  ask.params["number"] = "7";
  EXPECT_FALSE(wording_revision(desk.state, desk.people, ask));
}

TEST(Wordings, words_are_looked_at_before_anybody_adopts_them) {
  const auto page = try_wording("en", {{{"opening", {"{{customer}}, {{company}}, {{sender}}"}}}}, day(0));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->opening, "Ana Ruiz, Northwind Robotics, Kim Weber");
  EXPECT_EQ(page->asks.size(), 3u);
  EXPECT_NE(page->wording.find(page->opening), std::string::npos);
  EXPECT_FALSE(try_wording("en", {{{"opening", {"Hello"}}}}, day(0)));
}

TEST(Wordings, doing_it_twice_does_it_once) {
  Desk desk;
  desk.must(adopt_wording(desk.state, wording("title", "First"), desk.context("en")));
  const auto again = adopt_wording(desk.state, wording("title", "First"), desk.context("en"));
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->events.empty());
  EXPECT_FALSE(may_restore_wording(Desk{}.state, desk.context("en")));
}

}  // namespace
}  // namespace vs::authorizations
