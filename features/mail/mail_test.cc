// MISSION: INT-03
// MISSION: AUT-01
#include "features/mail/mail.h"

#include <gtest/gtest.h>

#include "features/mail/commands.h"
#include "features/mail/frame.h"
#include "features/mail/mail_views.h"
#include "features/mail/templates.h"

namespace vs::mail {
namespace {

Context at(const std::string& when, const std::string& target = {}) {
  return {{ActorKind::person, "per_ana", ""}, {"program_owner"}, *Instant::vj_parse(when), {}, target};
}

// Folds what was decided, as the engine would.
void take(State& state, const Events& events, Instant when = {}) {
  static std::uint64_t sequence = 0;
  for (const auto& event : events) {
    World world;
    world.mut<State>() = std::move(state);
    event.apply(world, Meta{++sequence, when});
    state = std::move(world.mut<State>());
  }
}

Draft ask(const std::string& language = "en") {
  Draft draft{"authorization.ask", "con_1", "", language, "Europe/Madrid", "aut_1", Purpose::authorize};
  draft.values = {{"customer", "Ana Ruiz"}, {"company", "Acme"}, {"what", "a reference call"}};
  return draft;
}

const Written& written(const Events& events) {
  return *events.front().as<Written>();
}

TEST(Mail, a_letter_is_written_in_the_language_of_its_recipient) {
  const State state;
  const auto in = [&](const std::string& language) {
    return written(write(state, ask(language), at("2026-11-23T10:00:00Z"))).subject.words();
  };
  EXPECT_EQ(in("en-GB"), "Acme asks for your permission: a reference call");
  EXPECT_EQ(in("de-CH"), "Acme bittet um Ihre Erlaubnis: a reference call");
  EXPECT_EQ(in("tlh"), in("en"));
}

TEST(Mail, every_kind_is_delivered_in_five_languages_and_passes_its_own_checks) {
  EXPECT_EQ(languages(), (std::vector<std::string>{"de", "en", "es", "fr", "ja"}));
  for (const auto& kind : kinds())
    for (const auto& language : languages()) {
      const auto& words = delivered(kind, language);
      Reasons reasons;
      check(words, kind, reasons);
      EXPECT_TRUE(reasons.empty()) << kind << "." << language << ": " << reasons.list().front().message;
      const bool own = language == "en" || words.text.text != delivered(kind, "en").text.text;
      EXPECT_TRUE(own) << kind << "." << language;
      const auto all = filled(words, sample_values(language));
      EXPECT_EQ(all.subject.find("{{"), std::string::npos) << all.subject;
      const auto none = filled(words, {});
      EXPECT_EQ(none.text.text.find("{{#"), std::string::npos) << none.text.text;
    }
}

// Every sentence is there in every language, keeps the same values, and names nobody who is not known.
TEST(Mail, colleagues_are_told_in_every_language_what_happened) {
  EXPECT_EQ(people::languages(), std::set<std::string>(languages().begin(), languages().end()));
  const std::map<std::string, std::string> all{
      {"who", "Ana Ruiz"}, {"until", "1 May"}, {"use", "Logo"}, {"channel", "website"}};
  for (const auto& language : languages()) {
    EXPECT_EQ(sentences(language), sentences("en")) << language;
    for (const auto& name : sentences("en")) {
      const auto full = sentence(name, language, all);
      EXPECT_NE(full, "") << name << "." << language;
      EXPECT_EQ(full.find('{'), std::string::npos) << full;
      EXPECT_TRUE(language == "en" || full != sentence(name, "en", all)) << name << "." << language;
      for (const auto& [value, words] : all)
        EXPECT_EQ(full.contains(words), sentence(name, "en", all).contains(words)) << full;
      EXPECT_NE(sentence(name, language, {}).find_first_not_of(" :"), std::string::npos) << name;
    }
  }
}

TEST(Mail, a_colleague_is_told_in_their_own_language) {
  people::State staff;
  staff.people["per_ana"] = {"per_ana", Personal::of("per_ana", "Ana Acker"), {}, {"program_owner"}};
  const Notice notice{"per_ana", "aut_1", "AUT-7", "question", {{"who", "Bo Berg"}}, "Wo? {{link}}"};
  const auto now = at("2026-11-23T10:00:00Z");
  EXPECT_EQ(written(tell(State{}, staff, notice, now)).subject.words(), "AUT-7: Bo Berg has a question");
  staff.people["per_ana"].language = "de";
  const auto letter = written(tell(State{}, staff, notice, now));
  EXPECT_EQ(letter.subject.words(), "AUT-7: Bo Berg hat eine Frage");
  EXPECT_EQ(letter.language, "de");
  EXPECT_EQ(letter.text.words().find("{{link}}"), letter.text.words().rfind("{{link}}"));
  EXPECT_TRUE(tell(State{}, staff, {"con_1", "aut_1", "AUT-7", "question", {}, ""}, now).empty());
  EXPECT_THROW(tell(State{}, staff, {"per_ana", "aut_1", "AUT-7", "gossip", {}, ""}, now), std::out_of_range);
}

TEST(Mail, an_invitation_is_in_the_language_of_who_invites_until_its_person_chose) {
  people::State staff;
  staff.people["per_ana"] = {"per_ana", Personal::of("per_ana", "Ana"), {}, {"administrator"}};
  staff.people["per_ben"] = {"per_ben", Personal::of("per_ben", "Ben"), {}, {"requester"}};
  const auto now = at("2026-11-23T10:00:00Z");
  const Meta meta{1, now.now, now.actor};
  const auto language = [&] {
    return written(letter_to_invited(State{}, staff, people::Invited{"per_ben"}, meta, now)).language;
  };
  EXPECT_EQ(language(), "en");
  staff.people["per_ana"].language = "de";
  EXPECT_EQ(language(), "de");
  staff.people["per_ben"].language = "fr";
  EXPECT_EQ(language(), "fr");
}

TEST(Mail, only_the_places_of_link_and_code_are_left_open) {
  const State state;
  auto draft = ask();
  draft.values["message"] = "Press {{link}} or {{code}}, {{{{link}}}}";
  draft.values["code"] = "424242";
  const auto text = written(write(state, draft, at("2026-11-23T10:00:00Z"))).text.words();
  EXPECT_EQ(text.find("{{link}}"), text.rfind("{{link}}")) << text;
  EXPECT_EQ(text.find("{{code}}"), std::string::npos) << text;
  draft.kind = "authorization.step_up";
  EXPECT_EQ(written(write(state, draft, at("2026-11-23T10:00:00Z"))).text.words().find("424242"), std::string::npos);
}

TEST(Mail, a_subject_is_one_line_whatever_the_values_say) {
  const State state;
  auto draft = ask();
  draft.values["what"] = "a call\r\nBcc: all@example.test";
  const auto subject = written(write(state, draft, at("2026-11-23T10:00:00Z"))).subject.words();
  EXPECT_EQ(subject.find_first_of("\r\n"), std::string::npos);
}

TEST(Mail, letters_wait_for_the_recipients_morning) {
  const State state;
  const auto leaves = [&](const Draft& draft, const std::string& now) {
    return written(write(state, draft, at(now))).not_before.vj_str().substr(0, 16);
  };
  EXPECT_EQ(leaves(ask(), "2026-11-23T10:00:00Z"), "2026-11-23T10:00");  // Monday, by day
  EXPECT_EQ(leaves(ask(), "2026-11-23T19:30:00Z"), "2026-11-24T07:00");  // 20:30 in Madrid
  EXPECT_EQ(leaves(ask(), "2026-11-23T04:00:00Z"), "2026-11-23T07:00");
  EXPECT_EQ(leaves(ask(), "2026-11-20T22:00:00Z"), "2026-11-23T07:00");  // Friday night
  EXPECT_EQ(leaves(ask(), "2026-07-03T22:00:00Z"), "2026-07-06T06:00");  // summer time
  auto far = ask();
  far.time_zone = "Asia/Tokyo";
  EXPECT_EQ(leaves(far, "2026-11-23T10:00:00Z"), "2026-11-23T10:00");
  EXPECT_EQ(leaves(far, "2026-11-23T11:30:00Z"), "2026-11-23T23:00");
  far.may_wait = false;
  EXPECT_EQ(leaves(far, "2026-11-23T11:30:00Z"), "2026-11-23T11:30");
}

TEST(Mail, who_unsubscribed_gets_only_letters_about_what_is_agreed) {
  State state;
  take(state, unsubscribe(state, {"con_1"}, at("2026-11-23T10:00:00Z"))->events);
  EXPECT_TRUE(unsubscribe(state, {"con_1"}, at("2026-11-23T10:00:00Z"))->events.empty());
  EXPECT_TRUE(suppressed(state, "con_1", "authorization.ask"));
  EXPECT_TRUE(write(state, ask(), at("2026-11-23T10:00:00Z")).empty());
  auto receipt = ask();
  receipt.kind = "authorization.receipt";
  EXPECT_EQ(write(state, receipt, at("2026-11-23T10:00:00Z")).size(), 1u);
}

TEST(Mail, what_is_answered_or_withdrawn_is_written_about_no_more) {
  State state;
  take(state, write(state, ask(), at("2026-11-23T22:00:00Z")));
  EXPECT_TRUE(drop(state, "aut_2", "authorization.", at("2026-11-23T22:00:00Z")).empty());
  EXPECT_TRUE(drop(state, "aut_1", "activity.", at("2026-11-23T22:00:00Z")).empty());
  take(state, drop(state, "aut_1", "authorization.", at("2026-11-23T22:00:00Z")));
  EXPECT_TRUE(state.waiting.empty());
  EXPECT_TRUE(drop(state, "aut_1", "authorization.", at("2026-11-23T22:00:00Z")).empty());
}

TEST(Mail, a_kind_that_does_not_exist_is_a_fault_of_the_caller) {
  Draft draft = ask();
  draft.kind = "horoscope";
  EXPECT_THROW(write(State{}, draft, at("2026-11-23T10:00:00Z")), std::logic_error);
}

Report tried(int attempt, Attempt outcome, const std::string& code = {}) {
  return {outcome, attempt, code, "ana@northwind.test", 60};
}

TEST(Mail, pauses_between_tries_grow_until_a_letter_fails) {
  State state;
  auto now = *Instant::vj_parse("2026-11-23T10:00:00Z");
  take(state, write(state, ask(), at(now.vj_str())), now);
  const auto id = state.letters.begin()->first;
  std::int64_t last_pause = 0;
  const auto began = now;
  for (int attempt = 1; attempt < 16; ++attempt) {
    take(state, report(state, tried(attempt, Attempt::again, "server_busy"), at(now.vj_str(), id))->events, now);
    const auto& letter = state.letters.at(id);
    ASSERT_EQ(letter.status, Status::waiting);
    ASSERT_EQ(letter.attempts, attempt);
    EXPECT_GE(letter.due_at->us - now.us, last_pause);
    last_pause = letter.due_at->us - now.us;
    now = *letter.due_at;
  }
  EXPECT_GT(now, began.plus_days(1));
  take(state, report(state, tried(16, Attempt::again, "server_busy"), at(now.vj_str(), id))->events, now);
  EXPECT_EQ(state.letters.at(id).status, Status::failed);
  EXPECT_EQ(state.letters.at(id).code, "server_busy");
}

TEST(Mail, a_report_counts_once) {
  State state;
  take(state, write(state, ask(), at("2026-11-23T10:00:00Z")));
  const auto id = state.letters.begin()->first;
  const auto context = at("2026-11-23T10:00:05Z", id);
  take(state, report(state, tried(1, Attempt::sent), context)->events, context.now);
  EXPECT_EQ(state.letters.at(id).status, Status::sent);
  EXPECT_EQ(state.letters.at(id).to.words(), "ana@northwind.test");
  EXPECT_TRUE(report(state, tried(1, Attempt::sent), context)->events.empty());
  EXPECT_TRUE(report(state, tried(2, Attempt::failed, "x"), context)->events.empty());
}

TEST(Mail, a_letter_dropped_on_its_way_is_recorded_as_sent) {
  State state;
  take(state, write(state, ask(), at("2026-11-23T10:00:00Z")));
  const auto id = state.letters.begin()->first;
  take(state, drop(state, "aut_1", "", at("2026-11-23T10:00:01Z")));
  EXPECT_TRUE(report(state, tried(1, Attempt::again, "broken_off"), at("2026-11-23T10:00:05Z", id))->events.empty());
  take(state, report(state, tried(1, Attempt::sent), at("2026-11-23T10:00:05Z", id))->events);
  EXPECT_EQ(state.letters.at(id).status, Status::sent);
}

TEST(Mail, an_address_that_was_refused_gets_no_more_letters_until_it_is_mended) {
  State state;
  take(state, write(state, ask(), at("2026-11-23T10:00:00Z")));
  const auto id = state.letters.begin()->first;
  take(state, report(state, tried(1, Attempt::failed, "address_refused"), at("2026-11-23T10:00:05Z", id))->events);
  const auto next = write(state, ask(), at("2026-11-23T11:00:00Z"));
  ASSERT_EQ(next.size(), 2u);
  EXPECT_EQ(next.back().as<Failed>()->code, "address_bounced");
  take(state, retry(state, {}, at("2026-11-23T12:00:00Z", id))->events);
  EXPECT_EQ(state.letters.at(id).status, Status::waiting);
  EXPECT_EQ(write(state, ask(), at("2026-11-23T12:00:00Z")).size(), 1u);
}

TEST(Mail, a_letter_whose_moment_passed_leaves_no_more) {
  State state;
  take(state, write(state, ask(), at("2026-11-23T10:00:00Z")));
  auto letter = state.letters.begin()->second;
  const auto written = *letter.due_at;
  EXPECT_FALSE(too_late(letter, written.plus_days(13)));
  EXPECT_TRUE(too_late(letter, written.plus_days(15)));
  letter.link_until = written.plus_days(1);
  EXPECT_TRUE(too_late(letter, written.plus_days(2)));
}

// ---- as it leaves

Letter letter_of(const Events& events) {
  State state;
  take(state, events);
  return state.letters.begin()->second;
}

TEST(Mail, text_and_html_say_the_same_and_carry_the_link) {
  const auto letter = letter_of(write(State{}, ask(), at("2026-11-23T10:00:00Z")));
  Settings settings;
  settings.company = "Acme";
  settings.imprint = "Acme Ltd, 1 Main Street";
  const auto page = framed(settings, letter, {"https://x.test/p/#abc", "", "https://x.test/unsubscribe/1"});
  for (const auto* part : {&page.text, &page.html}) {
    EXPECT_NE(part->find("https://x.test/p/#abc"), std::string::npos);
    EXPECT_NE(part->find("https://x.test/unsubscribe/1"), std::string::npos);
    EXPECT_NE(part->find("Acme Ltd, 1 Main Street"), std::string::npos);
    EXPECT_NE(part->find("a reference call"), std::string::npos);
    EXPECT_EQ(part->find("{{"), std::string::npos);
  }
  EXPECT_NE(page.html.find("<html lang=\"en\">"), std::string::npos);
}

TEST(Mail, words_from_outside_are_words_in_the_html) {
  auto draft = ask();
  draft.values["message"] = "<script>alert(1)</script> & \"<b>\"";
  draft.values["what"] = "</title><script>";
  const auto letter = letter_of(write(State{}, draft, at("2026-11-23T10:00:00Z")));
  const auto page = framed({}, letter, {"https://x.test/p/#abc", "", ""});
  EXPECT_EQ(page.html.find("<script"), std::string::npos);
  EXPECT_NE(page.html.find("&lt;script&gt;alert(1)"), std::string::npos);
}

TEST(Mail, a_list_with_limits_below_its_points_is_a_list) {
  auto draft = ask();
  draft.values["message"] = "- Calls <yes>\n  four a year\n- Logo: no";
  const auto letter = letter_of(write(State{}, draft, at("2026-11-23T10:00:00Z")));
  const auto page = framed({}, letter, {"https://x.test/p/#abc", "", ""});
  EXPECT_NE(page.html.find(">Calls &lt;yes&gt;<br>four a year</li>"), std::string::npos) << page.html;
  EXPECT_NE(page.html.find(">Logo: no</li>"), std::string::npos);
}

TEST(Mail, a_preview_is_made_of_the_words_proposed) {
  const auto shown = preview(State{}, "link.fresh.en", {"New", {"Dear {{customer}}\n\n{{link}}"}, "Go"});
  ASSERT_TRUE(shown);
  EXPECT_NE(shown->text.find("Dear Ana Ruiz"), std::string::npos);
  EXPECT_NE(shown->html.find(">Go</a>"), std::string::npos);
  EXPECT_FALSE(preview(State{}, "link.fresh.en", {"New", {"{{#x}}"}, "Go"}));
}

}  // namespace
}  // namespace vs::mail
