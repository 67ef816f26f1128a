// A request in writing from asking to the record, where stories cannot look: texts, digests, limits, letters' seams.
// MISSION: AUT-01
// MISSION: AUT-02
// MISSION: AUT-03
// MISSION: AUT-06
// MISSION: AUT-10
// MISSION: AUT-11
#include <gtest/gtest.h>

#include "features/authorizations/authorizations_views.h"
#include "features/authorizations/consent_record.h"
#include "features/authorizations/lexicon.h"
#include "features/authorizations/round_rules.h"
#include "features/authorizations/testing.h"

namespace vs::authorizations {
namespace {

using testing::day;
using testing::Desk;

GrantInput grant(UseType type, std::vector<Channel> channels) {
  GrantInput g;
  g.use_type = type;
  g.channels = std::move(channels);
  g.until = day(365);
  return g;
}

AskCustomer request() {
  return {"con_1",
          {grant(UseType::reference_call, {Channel::sales}), grant(UseType::logo, {Channel::web, Channel::press})},
          {{"The customer may receive benefits."}},
          {"May we?"}};
}

AnswerRound all_yes(const RoundPage& page) {
  AnswerRound c;
  for (const auto& ask : page.asks) c.answers.push_back({ask.ask, Say::yes});
  c.wording_digest = page.wording_digest;
  c.language = page.language;
  c.acts = {"opened", "yes:0", "yes:1", "signed"};
  c.typed_name = "Ana Ruiz";
  return c;
}

RoundPage page_of(const Desk& desk, const std::string& id, const std::string& language = "") {
  return round_page(desk.state, desk.directory, desk.people, id, "con_1", language).value();
}

TEST(Rounds, every_language_says_every_use_channel_and_authority) {
  ASSERT_EQ(wording_languages(), (std::vector<std::string>{"en", "de", "es", "fr", "ja"}));
  for (const auto& language : wording_languages()) {
    const auto& l = delivered_lexicon(language);
    EXPECT_EQ(l.phrases.size(), delivered_lexicon("en").phrases.size()) << language;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<UseType>>([&](auto d) {
      EXPECT_TRUE(l.uses.contains(d.name)) << language << " " << d.name;
      EXPECT_FALSE(use_text(l, d.value).empty()) << language << " " << d.name;
    });
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Channel>>(
        [&](auto d) { EXPECT_TRUE(l.channels.contains(d.name)) << language << " " << d.name; });
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Authority>>(
        [&](auto d) { EXPECT_TRUE(l.authority.contains(d.name)) << language << " " << d.name; });
    EXPECT_EQ(l.months.size(), 12u);
    EXPECT_EQ(l.terms, delivered_lexicon("en").terms) << "a change of meaning is one in every language";
  }
}

TEST(Rounds, the_text_states_uses_places_time_boundaries_and_how_to_take_it_back) {
  Desk desk;
  const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  for (const auto& language : wording_languages()) {
    const auto page = page_of(desk, id, language);
    EXPECT_EQ(page.language, language);
    EXPECT_EQ(page.wording_digest, digest_of(page.wording));
    for (const auto& ask : page.asks) {
      EXPECT_NE(page.wording.find(ask.title), std::string::npos);
      EXPECT_NE(page.wording.find(ask.period), std::string::npos);
      for (const auto& limit : ask.limits) EXPECT_NE(page.wording.find(limit), std::string::npos);
    }
    EXPECT_NE(page.wording.find(page.boundaries), std::string::npos);
    EXPECT_NE(page.wording.find(page.withdrawal), std::string::npos);
    EXPECT_NE(page.wording.find("The customer may receive benefits."), std::string::npos);
    EXPECT_NE(page.wording.find("Ana Ruiz"), std::string::npos);
    EXPECT_EQ(page.wording.find("{{"), std::string::npos);
  }
}

TEST(Rounds, the_digest_is_sha256) {
  EXPECT_EQ(digest_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Rounds, answered_in_another_language_keeps_the_text_that_was_read) {
  Desk desk;
  const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  const auto page = page_of(desk, id, "ja");
  auto decision = answer(desk.state, desk.directory, desk.people, all_yes(page), desk.as("con_1", id));
  ASSERT_TRUE(decision);
  const auto* event = decision->events.front().as<Answered>();
  ASSERT_TRUE(event && event->wording);
  EXPECT_EQ(event->wording->words(), page.wording);
  EXPECT_EQ(event->language, "ja");
}

TEST(Rounds, a_text_that_moved_on_refuses_the_answer) {
  Desk desk;
  const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  auto c = all_yes(page_of(desk, id, "fr"));
  desk.directory.contacts["con_1"].name = Personal::of("con_1", "Ana Ruiz-Lopez");
  const auto refused = answer(desk.state, desk.directory, desk.people, c, desk.as("con_1", id));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reasons.front().code, "wording_moved_on");
}

TEST(Rounds, one_of_many_answers_wins) {
  Desk desk;
  const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  const auto c = all_yes(page_of(desk, id));
  int won = 0;
  for (int i = 0; i < 50; ++i) {
    const auto decision = answer(desk.state, desk.directory, desk.people, c, desk.as("con_1", id));
    if (!decision) continue;
    ++won;
    desk.apply(decision->events);
  }
  EXPECT_EQ(won, 1);
}

TEST(Rounds, the_receipt_verifies_by_itself) {
  Desk desk;
  const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  desk.must(answer(desk.state, desk.directory, desk.people, all_yes(page_of(desk, id)), desk.as("con_1", id)));
  auto asking = desk.asking(id);
  asking.actor = {ActorKind::contact, "con_1", ""};
  const auto r = receipt(desk.state, desk.directory, desk.people, desk.policies, asking);
  ASSERT_TRUE(r);
  EXPECT_EQ(r->wording_digest, digest_of(r->wording));
  ASSERT_EQ(r->signatures.size(), 1u);
  EXPECT_EQ(r->signatures.front().wording_digest, r->wording_digest);
  EXPECT_EQ(r->signatures.front().typed_name, "Ana Ruiz");
  EXPECT_EQ(r->signatures.front().acts.size(), 4u);
  EXPECT_LT(r->asked_at_sequence, r->signatures.front().sequence);
  EXPECT_EQ(r->permitted.size(), 2u);
  asking.actor.id = "con_9";
  EXPECT_FALSE(receipt(desk.state, desk.directory, desk.people, desk.policies, asking));
}

// Every mandatory field of ISO/IEC TS 27560, under the words of the Data Privacy Vocabulary.
TEST(Rounds, the_consent_record_has_every_mandatory_field) {
  Desk desk;
  policies::State policies;
  mail::State mail;
  mail.settings.company = "Example";
  const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  desk.must(answer(desk.state, desk.directory, desk.people, all_yes(page_of(desk, id)), desk.as("con_1", id)));
  const auto answer = consent_record(desk.state, desk.directory, policies, mail, desk.asking(id));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->content_type, "application/ld+json");
  const auto record = json::parse(answer->json)->as_object();
  for (const char* field :
       {"@context", "@id", "@type", "vouchsafe:schemaVersion", "dct:identifier", "vouchsafe:receiptId",
        "dpv:hasDataSubject", "dpv:hasNotice", "dpv:hasProcess", "dpv:hasDataController", "dpv:hasRecipient",
        "dpv:hasStorageCondition", "dpv:hasJurisdiction", "dpv:hasConsentControl", "dpv:hasConsentStatus",
        "dpv:hasDuration", "vouchsafe:consentType", "vouchsafe:events"})
    EXPECT_TRUE(record.contains(field)) << field;
  const auto& notice = record.at("dpv:hasNotice").as_object();
  EXPECT_EQ(notice.at("vouchsafe:digest").as_string(),
            "sha256:" + digest_of(std::string(notice.at("dct:description").as_string())));
  EXPECT_EQ(notice.at("dct:language").as_string(), "en");
  EXPECT_EQ(record.at("dpv:hasConsentStatus").as_string(), "dpv:ConsentGiven");
  EXPECT_EQ(record.at("dpv:hasProcess").as_array().size(), 2u);
  const auto& event = record.at("vouchsafe:events").as_array().front().as_object();
  for (const char* field :
       {"@type", "dpv:isIndicatedBy", "dpv:isIndicatedAtTime", "dpv:hasIndicationMethod", "vouchsafe:acts",
        "vouchsafe:typedName", "vouchsafe:assurance", "vouchsafe:noticeDigest", "vouchsafe:ledgerSequence"})
    EXPECT_TRUE(event.contains(field)) << field;
}

TEST(Rounds, the_record_tells_each_state_of_consent) {
  Desk desk;
  policies::State policies;
  mail::State mail;
  const auto state_now = [&](const std::string& id) {
    const auto text = consent_record(desk.state, desk.directory, policies, mail, desk.asking(id))->json;
    return std::string(json::parse(text)->as_object().at("dpv:hasConsentStatus").as_string());
  };
  const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  EXPECT_EQ(state_now(id), "dpv:ConsentRequested");
  desk.must(answer(desk.state, desk.directory, desk.people, all_yes(page_of(desk, id)), desk.as("con_1", id)));
  EXPECT_EQ(state_now(id), "dpv:ConsentGiven");
  desk.today = 366;
  EXPECT_EQ(state_now(id), "dpv:ConsentExpired");
  desk.must(withdraw(desk.state, {}, desk.as("con_1", id)));
  EXPECT_EQ(state_now(id), "dpv:ConsentWithdrawn");
}

TEST(Rounds, the_watcher_yields_nothing_twice) {
  Desk desk;
  const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  desk.must(answer(desk.state, desk.directory, desk.people, all_yes(page_of(desk, id)), desk.as("con_1", id)));
  for (desk.today = 0; desk.today < 400; ++desk.today) {
    desk.apply(tick(desk.state, desk.policies, desk.context()));
    EXPECT_TRUE(tick(desk.state, desk.policies, desk.context()).empty()) << desk.today;
  }
  EXPECT_TRUE(desk.state.due.empty());
  EXPECT_EQ(find(desk.state, id)->renewal_offer, day(730));
  EXPECT_EQ(find(desk.state, id)->lapsed_through, day(365));
}

TEST(Rounds, my_page_shows_what_waits_first) {
  Desk desk;
  const auto old = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  desk.must(answer(desk.state, desk.directory, desk.people, all_yes(page_of(desk, old)), desk.as("con_1", old)));
  desk.today = 40;
  const auto open = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  const auto mine = permissions_of(desk.state, desk.directory, desk.policies, "con_1", "de", day(40));
  ASSERT_EQ(mine.size(), 2u);
  EXPECT_EQ(mine[0].id, open);
  EXPECT_TRUE(mine[0].waits_for_me);
  EXPECT_TRUE(mine[1].may_withdraw && mine[1].may_narrow && mine[1].may_pause && mine[1].may_renew);
  EXPECT_TRUE(permissions_of(desk.state, desk.directory, desk.policies, "con_2", "de", day(40)).empty());
  EXPECT_EQ(withdraw_all(desk.state, "con_1", desk.context()).size(), 2u);
}

// MISSION: AUT-11
TEST(Rounds, press_and_video_take_more_than_a_link_unless_no_code_can_be_sent) {
  for (const auto use : {UseType::press, UseType::video}) {
    Desk desk;
    auto c = request();
    c.asks = {grant(use, {Channel::press, Channel::web}), grant(UseType::logo, {Channel::web})};
    const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, c, desk.context()));
    auto reply = all_yes(page_of(desk, id));
    const auto said = [&] { return answer(desk.state, desk.directory, desk.people, reply, desk.as("con_1", id)); };
    const auto refused = said();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons.front().code, "code_required");
    auto only_logo = reply;
    only_logo.answers[0].answer = Say::no;
    EXPECT_TRUE(answer(desk.state, desk.directory, desk.people, only_logo, desk.as("con_1", id)));
    auto typed = reply;
    typed.assurance = Assurance::code;
    EXPECT_TRUE(answer(desk.state, desk.directory, desk.people, typed, desk.as("con_1", id)));
    reply.codes_impossible = true;
    desk.must(said());
    EXPECT_TRUE(find(desk.state, id)->round->signers.front().codes_impossible);
    const auto r = receipt(desk.state, desk.directory, desk.people, desk.policies, desk.asking(id));
    EXPECT_TRUE(r->signatures.front().codes_impossible) << "the record says how sure it is";
  }
}

// MISSION: PRG-03
TEST(Rounds, limits_on_asking_and_reminders_follow_policy_at_once) {
  Desk desk;
  desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  desk.today = 10;
  EXPECT_FALSE(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  desk.policies.values.days_between_asks = 10;
  EXPECT_TRUE(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  desk.policies.values.reminders_max = 0;
  EXPECT_TRUE(tick(desk.state, desk.policies, desk.context()).empty());
  desk.policies.values.reminders_max = 1;
  desk.apply(tick(desk.state, desk.policies, desk.context()));
  desk.today = 25;
  EXPECT_TRUE(tick(desk.state, desk.policies, desk.context()).empty());
  desk.policies.values.reminders_max = 3;
  EXPECT_EQ(tick(desk.state, desk.policies, desk.context()).size(), 1u);
}

// MISSION: PRG-03
TEST(Rounds, the_offer_to_renew_comes_when_policy_says_and_reaches_as_far) {
  Desk desk;
  const auto id = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, request(), desk.context()));
  desk.must(answer(desk.state, desk.directory, desk.people, all_yes(page_of(desk, id)), desk.as("con_1", id)));
  desk.today = 365 - 90;
  EXPECT_TRUE(tick(desk.state, desk.policies, desk.context()).empty());
  desk.policies.values.notice_days = 90;
  desk.policies.values.renewal_days = 100;
  const auto offers = tick(desk.state, desk.policies, desk.context());
  ASSERT_EQ(offers.size(), 1u);
  EXPECT_EQ(offers.front().as<RenewalOffered>()->until, day(465));
  desk.apply(offers);
  EXPECT_TRUE(tick(desk.state, desk.policies, desk.context()).empty());
}

}  // namespace
}  // namespace vs::authorizations
