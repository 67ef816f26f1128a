// Requests for permission in writing: every way in which one can go, spread over the year.
#include <algorithm>

#include "app/sample_customers.h"
#include "app/sample_plots.h"

namespace vs::app {
namespace {

using authorizations::RoundPage;

/// One request on its way.
struct Play {
  Stage& stage;
  Chance& chance;
  Plot plot;
  std::string contact, second;
  Instant today;
  std::string id;
};
using Plays = std::shared_ptr<Play>;

void after(const Plays& play, int days, std::function<void()> act) {
  play->stage.later(play->stage.now.plus_seconds(days * 86'400 + 3600 * std::int64_t(play->chance.below(5))), act);
}

json::Array asks_of(Play& play) {
  struct Use {
    const char* use_type;
    json::Array channels;
    const char* content;
  };
  static const std::vector<Use> all{
      {"logo", {"web", "sales"}, ""},
      {"quote",
       {"web", "social", "sales"},
       "“We went live in six weeks, and every call to the support desk was answered.”"},
      {"reference_call", {"sales", "analyst"}, ""},
      {"case_study", {"web", "sales"}, "Two pages on the rollout in three plants, as in the draft that you have."},
      {"event_speaker", {"event"}, ""},
      {"name_mention", {"sales", "web"}, ""}};
  const int ends_in = play.plot.ends_in ? play.plot.ends_in : 180 + int(play.chance.below(400));
  json::Array asks;
  for (const auto& use : all)
    if (play.chance.percent(use.content[0] ? 60 : 40) || (asks.empty() && &use == &all.back())) {
      json::Object ask{{"use_type", use.use_type},
                       {"channels", use.channels},
                       {"until", play.today.date().plus_days(ends_in).vj_str()}};
      if (use.content[0]) ask["content"] = use.content;
      if (play.chance.percent(25)) ask["regions"] = json::Array{"Europe", "Americas"};
      asks.push_back(std::move(ask));
    }
  return asks;
}

bool asks_two(Ending ending) {
  return ending == Ending::in_order || ending == Ending::awaits_second || ending == Ending::second_declines;
}

bool send(const Plays& play) {
  static const std::vector<std::string> messages{
      "Your rollout is a story that others would like to hear. It would help us a lot.",
      "You said in our last review that you would speak for us. Here is what we have in mind, in plain words.",
      "We are rebuilding the page about our customers and would be glad to have you on it."};
  json::Object body{{"contact", play->contact},
                    {"asks", asks_of(*play)},
                    {"disclosures", json::Array{}},
                    {"message", play->chance.of(messages)}};
  if (asks_two(play->plot.ending)) {
    body["signers"] = json::Array{json::Object{{"contact", play->contact}, {"authority", "company"}},
                                  json::Object{{"contact", play->second}, {"authority", "legal"}}};
    body["in_order"] = play->plot.ending != Ending::second_declines;
  }
  const auto made =
      play->stage.act(play->chance.percent(70) ? "program_owner" : "account_owner", "authorizations", std::move(body));
  if (made.is_object()) play->id = text_of(made.as_object(), "id");
  return !play->id.empty();
}

void signed_by(portal::Form& form, const RoundPage& page, const std::string& authority) {
  form.fields.emplace("digest", page.wording_digest);
  form.fields.emplace("authority", authority);
  form.fields.emplace("typed_name", page.customer);
}

portal::Form yes_to_all(const RoundPage& page) {
  portal::Form form;
  for (const auto& ask : page.asks) form.fields.emplace("a" + std::to_string(ask.ask), "yes");
  return form;
}

portal::Form in_own_words(const RoundPage& page, const std::string& words) {
  auto form = yes_to_all(page);
  form.fields.erase("a0");
  form.fields.emplace("a0", "limited");
  form.fields.emplace("a0.other_on", "yes");
  form.fields.emplace("a0.other", words);
  return form;
}

void answer(const Plays& play, const std::string& who, const std::string& authority,
            const std::function<portal::Form(const RoundPage&)>& with) {
  const auto page = play->stage.read(who, play->id);
  if (!page) return;
  auto form = with(*page);
  signed_by(form, *page, authority);
  play->stage.press({who, "authorize", play->id}, "/p/answer", form);
}

void agree(const Plays& play, const std::string& who, const std::string& authority = "company") {
  answer(play, who, authority, &yes_to_all);
}

// What legal cannot accept is the permission's end; what it accepts binds every use.
void answer_in_own_words(const Plays& play) {
  const auto ending = play->plot.ending;
  answer(play, play->contact, "company", [&](const RoundPage& page) {
    return in_own_words(page, ending == Ending::own_words_refused
                                  ? "Only if nobody else of our industry is ever shown beside us."
                                  : "Not between January and March, while we close our books.");
  });
  if (ending == Ending::own_words_waiting) return;
  after(play, 2, [play, accepted = ending == Ending::own_words] {
    play->stage.act("legal_reviewer", "authorizations/" + play->id + "/clear_conditions",
                    {{"outcome", accepted ? "accepted" : "refused"},
                     {"grants", json::Array{}},
                     {"reason", accepted ? "A season to keep free; we can hold to that."
                                         : "We cannot promise that for pages of partners."}});
  });
}

void ask_back(const Plays& play) {
  static const std::vector<std::string> questions{"Which page of your website would it be, and next to whom?",
                                                  "Who at the analyst firm would call, and how often in a year?",
                                                  "May our press office see the text before it appears?"};
  portal::Form form;
  form.fields.emplace("question", play->chance.of(questions));
  play->stage.press({play->contact, "authorize", play->id}, "/p/question", form);
  if (play->plot.ending == Ending::puzzled) return;
  after(play, 1, [play] {
    play->stage.act("program_owner", "authorizations/" + play->id + "/reply",
                    {{"reply", "The page “Our customers”, in alphabetical order. You see it before anybody else."}});
    after(play, 2, [play] { agree(play, play->contact); });
  });
}

void second_turn(const Plays& play) {
  agree(play, play->contact);
  if (play->plot.ending == Ending::in_order) after(play, 3, [play] { agree(play, play->second, "legal"); });
  if (play->plot.ending == Ending::second_declines)
    after(play, 2, [play] {
      portal::Form form;
      form.fields.emplace("reason", "Our policy on public references changed this spring.");
      play->stage.press({play->second, "authorize", play->id}, "/p/decline", form);
    });
}

void bring_colleague(const Plays& play) {
  portal::Form form;
  form.fields.emplace("authority", "public_relations");
  form.fields.emplace("name", "Paula Presswell");
  form.fields.emplace("email", "paula.presswell." + std::to_string(play->plot.days_ago) + "@example.test");
  play->stage.press({play->contact, "authorize", play->id}, "/p/signer", form);
  agree(play, play->contact);
  after(play, 4, [play] {
    const auto page = play->stage.read(play->contact, play->id);
    if (!page) return;
    for (const auto& signer : page->signers)
      if (!signer.me) agree(play, signer.contact, "public_relations");
  });
}

void decline(const Plays& play) {
  portal::Form form;
  if (play->chance.percent(60)) form.fields.emplace("reason", "We do not speak in public about suppliers.");
  play->stage.press({play->contact, "authorize", play->id}, "/p/decline", form);
}

void reply(const Plays& play) {
  switch (play->plot.ending) {
    case Ending::agrees: return agree(play, play->contact);
    case Ending::limits:
      return answer(play, play->contact, "company",
                    [play](const RoundPage& page) { return limits_of(page, play->chance); });
    case Ending::declines: return decline(play);
    case Ending::silent: return;
    case Ending::asks_back:
    case Ending::puzzled: return ask_back(play);
    case Ending::in_order:
    case Ending::awaits_second:
    case Ending::second_declines: return second_turn(play);
    case Ending::brings_colleague: return bring_colleague(play);
    case Ending::own_words:
    case Ending::own_words_refused:
    case Ending::own_words_waiting: return answer_in_own_words(play);
  }
}

void begin(const Plays& play) {
  if (!send(play)) return;
  const int most = std::clamp(play->plot.days_ago - 1, 0, 6);
  after(play, most ? int(play->chance.below(std::size_t(most))) : 0, [play] { reply(play); });
  if (play->plot.fate == Fate::stays) return;
  play->stage.later(play->today.plus_days(-play->plot.fate_days_ago),
                    [play] { play_fate(play->stage, play->chance, play->plot.fate, play->contact, play->id); });
}

}  // namespace

portal::Form limits_of(const RoundPage& page, Chance& chance) {
  portal::Form form;
  for (const auto& ask : page.asks) {
    const std::string key = "a" + std::to_string(ask.ask);
    if (ask.ask > 0 && chance.percent(25)) {
      form.fields.emplace(key, "no");
      continue;
    }
    form.fields.emplace(key, "limited");
    if (ask.channels.size() > 1) form.fields.emplace(key + ".channels", ask.channels.front().code);
    if (ask.channels.size() < 2 || chance.percent(40)) form.fields.emplace(key + ".each", "yes");
    if (chance.percent(30)) form.fields.emplace(key + ".competitors", "yes");
  }
  return form;
}

void play_rounds(Stage& stage, Chance& chance, const std::vector<json::Object>& contacts) {
  const Instant today = stage.now.plus_days(365);
  std::map<std::string, std::vector<std::string>> of_account;
  for (const auto& contact : contacts) of_account[text_of(contact, "account")].push_back(text_of(contact, "id"));
  // Those with a colleague first: some requests need two.
  std::vector<std::pair<std::string, std::string>> pairs, single;
  for (const auto& [account, ids] : of_account)
    (ids.size() > 1 ? pairs : single).emplace_back(ids[0], ids.size() > 1 ? ids[1] : "");
  std::size_t next_pair = 0, next_single = 0;
  for (const auto& plot : plots()) {
    auto& pool = asks_two(plot.ending) ? pairs : single;
    auto& next = asks_two(plot.ending) ? next_pair : next_single;
    if (next >= pool.size()) continue;
    const auto& [contact, second] = pool[next++];
    const auto play = std::make_shared<Play>(Play{stage, chance, plot, contact, second, today, ""});
    stage.later(today.plus_days(-plot.days_ago), [play] { begin(play); });
  }
}

}  // namespace vs::app
