// Requests, answers, limits, conditions, narrowings, withdrawals, pauses and reviews in any order, against a plain
// reference model: sets of single uses, as somebody would keep them on paper.
// MISSION: AUT-02
// MISSION: AUT-04
// MISSION: AUT-05
#include <gtest/gtest.h>

#include <random>

#include "features/authorizations/testing.h"

namespace vs::authorizations {
namespace {

const std::vector<UseType> use_types{UseType::logo, UseType::quote};
const std::vector<Channel> channels{Channel::sales, Channel::web, Channel::press};
const std::vector<std::string> regions{"EMEA", "APAC", "AMER"};
const std::vector<std::string> viewers{"acc_plain", "acc_excluded", "acc_rival"};
constexpr int days = 8;

// A single use: what, where, in which region, before whose eyes, on which day.
using Single = std::tuple<UseType, Channel, std::string, std::string, int>;
using Uses = std::set<Single>;

// One thing permitted or asked, on paper.
struct Slip {
  Uses uses;
  bool with_legal = false;
};
using Slips = std::vector<Slip>;

bool covers(const Slips& slips, const Single& use) {
  return std::ranges::any_of(slips, [&](const Slip& s) { return s.uses.contains(use); });
}
bool covers_for_sure(const Slips& slips, const Single& use) {
  return std::ranges::any_of(slips, [&](const Slip& s) { return s.uses.contains(use) && !s.with_legal; });
}

// What one record says, as a list of statements in time.
struct Sheet {
  Slips now;
  std::vector<std::pair<int, Slips>> said_before;  // until when which slips lay there
  int given = -1;
  bool answered = false, suspended = false, withdrawn = false;
  int rest_until = -1, rest_since = -1;
};

struct Paper {
  std::map<std::string, Sheet> sheets;

  // The last time this use was refused for sure, and the last time it may have been.
  std::pair<int, int> last_no(const Single& use) const {
    int surely = -1, maybe = -1;
    for (const auto& [id, sheet] : sheets) {
      const bool yes = !sheet.withdrawn && covers_for_sure(sheet.now, use);
      const bool pending = !sheet.withdrawn && covers(sheet.now, use);
      for (const auto& [until, slips] : sheet.said_before) {
        if (yes || !covers(slips, use)) continue;
        (pending ? maybe : surely) = std::max(pending ? maybe : surely, until);
      }
      if (sheet.rest_until >= std::get<4>(use) && covers(sheet.now, use)) surely = std::max(surely, sheet.rest_since);
    }
    return {surely, maybe};
  }

  MayUse answer(const Single& use) const {
    const auto [surely, maybe] = last_no(use);
    auto best = MayUse::no;
    for (const auto& [id, sheet] : sheets) {
      if (!sheet.answered || sheet.withdrawn || !covers(sheet.now, use)) continue;
      if (sheet.rest_until >= std::get<4>(use) || sheet.given < surely) continue;
      if (!sheet.suspended && sheet.given >= maybe && covers_for_sure(sheet.now, use)) return MayUse::yes;
      best = MayUse::unclear;
    }
    return best;
  }
};

class Play {
 public:
  explicit Play(unsigned seed) : random_(seed) {
    desk_.colleague("con_2");
    for (const auto& id : viewers) desk_.directory.accounts[id].id = desk_.directory.accounts[id].name = id;
    desk_.directory.accounts["acc_1"].competitors = {"acc_rival"};
  }

  void step() {
    switch (pick(9)) {
      case 0: return record_one();
      case 1:
      case 2: return ask_and_answer();
      case 3: return withdraw_one();
      case 4: return suspend_or_reinstate();
      case 5: return legal_reads();
      case 6: return rest();
      default: return narrow_one();
    }
  }

  // Compares the gate with the paper for some single uses, fully stated and with the region left out.
  std::string compare() {
    for (int i = 0; i < 6; ++i) {
      const Single use{use_types[pick(2)], channels[pick(3)], regions[pick(3)], viewers[pick(3)], pick(days)};
      const auto want = paper_.answer(use), got = ask_gate(use, std::get<2>(use));
      if (want != got)
        return told(use) + ": paper " + std::string(name_of(want)) + ", gate " + std::string(name_of(got));
      if (ask_gate(use, "") != MayUse::yes) continue;
      for (const auto& region : regions) {
        auto there = use;
        std::get<2>(there) = region;
        if (paper_.answer(there) != MayUse::yes) return told(there) + ": yes without a region, but not there";
      }
    }
    return {};
  }

  std::string log;

 private:
  int pick(int n) { return int(random_() % unsigned(n)); }
  bool maybe() { return pick(2) == 0; }
  template <class T>
  std::vector<T> some(const std::vector<T>& from) {
    std::vector<T> out;
    for (const auto& each : from)
      if (maybe()) out.push_back(each);
    if (out.empty()) out.push_back(from[std::size_t(pick(int(from.size())))]);
    return out;
  }

  static std::string told(const Single& use) {
    return std::string(name_of(std::get<0>(use))) + " on " + std::string(name_of(std::get<1>(use))) + " in " +
           std::get<2>(use) + " before " + std::get<3>(use) + " on day " + std::to_string(std::get<4>(use));
  }

  MayUse ask_gate(const Single& use, const std::string& region) {
    return may_use(desk_.state, desk_.directory,
                   {.contact = "con_1",
                    .use_type = std::get<0>(use),
                    .channel = std::get<1>(use),
                    .region = region,
                    .on = testing::day(std::get<4>(use)),
                    .with = std::get<3>(use)})
        .answer;
  }

  // ---- the same grant for the program and on paper

  GrantInput any_grant() {
    GrantInput g;
    g.use_type = use_types[std::size_t(pick(2))];
    g.channels = some(channels);
    if (maybe()) g.regions = some(regions);
    if (pick(4) == 0) g.not_with = {"acc_excluded"};
    g.until = testing::day(pick(days));
    return g;
  }

  static Slip slip_of(const Grant& g) {
    Slip slip;
    for (const auto channel : g.channels)
      for (const auto& region : g.regions.empty() ? regions : g.regions)
        for (const auto& viewer : viewers) {
          if (std::ranges::find(g.not_with, viewer) != g.not_with.end()) continue;
          for (int d = std::max(0, g.from.days_since(testing::day(0))); d < days && testing::day(d) <= g.until; ++d)
            slip.uses.insert({g.use_type, channel, region, viewer, d});
        }
    return slip;
  }

  static Grant grant_of(const GrantInput& in) {
    return {in.use_type, in.channels, in.regions, {}, {}, {}, in.not_with, testing::day(0), in.until};
  }

  void record_one() {
    Record c;
    c.contact = "con_1";
    c.grants = {any_grant(), any_grant()};
    c.evidence = {{"fil_1", "Mail"}};
    c.signer = "Ana Ruiz";
    const auto id = desk_.must(record(desk_.state, desk_.directory, c, desk_.context()));
    auto& sheet = paper_.sheets[id];
    for (const auto& g : c.grants) sheet.now.push_back(slip_of(grant_of(g)));
    sheet.given = ++clock_;
    sheet.answered = true;
    log += "record " + id + "\n";
  }

  // ---- rounds

  AnswerInput any_answer(int ask, const Grant& asked, Slip& slip) {
    AnswerInput a;
    a.ask = ask;
    a.answer = Say(pick(3));
    if (a.answer == Say::no) slip.uses.clear();
    if (a.answer == Say::limited) limit(a, asked, slip);
    return a;
  }

  void limit(AnswerInput& a, const Grant& asked, Slip& slip) {
    const auto drop = [&](auto&& gone) { std::erase_if(slip.uses, gone); };
    if (maybe()) {
      a.channels = some(asked.channels);
      drop([&](const Single& s) { return std::ranges::find(*a.channels, std::get<1>(s)) == a.channels->end(); });
    }
    if (maybe()) {
      a.regions = some(asked.regions.empty() ? regions : asked.regions);
      drop([&](const Single& s) { return std::ranges::find(*a.regions, std::get<2>(s)) == a.regions->end(); });
    }
    if (maybe()) {
      a.not_with_competitors = true;
      drop([](const Single& s) { return std::get<3>(s) == "acc_rival"; });
    }
    if (pick(3) == 0) {
      a.not_with = {"acc_excluded"};
      drop([](const Single& s) { return std::get<3>(s) == "acc_excluded"; });
    }
    if (pick(3) == 0) {
      a.until = testing::day(pick(asked.until.days_since(testing::day(0)) + 1));
      drop([&](const Single& s) { return testing::day(std::get<4>(s)) > *a.until; });
    }
    if (pick(3) == 0) {
      a.conditions = LongText{"Only on Tuesdays"};
      slip.with_legal = true;
    }
    if (maybe() ||
        (!a.channels && !a.regions && !a.not_with_competitors && a.not_with.empty() && !a.until && !a.conditions))
      a.ask_each_time = true;
  }

  // The round is put as an event: its wording is the subject of another test.
  std::string put_round(const std::vector<Grant>& asks, const std::vector<std::string>& signers) {
    Requested e;
    e.id = "aut_r" + std::to_string(desk_.sequence);
    e.contact = "con_1";
    e.account = "acc_1";
    e.asks = asks;
    e.language = "en";
    e.wording = Personal::of("con_1", "We ask.");
    e.wording_digest = "digest";
    for (const auto& each : signers) e.signers.push_back({each, Authority::myself});
    desk_.apply({e});
    return e.id;
  }

  void ask_and_answer() {
    std::vector<Grant> asks{grant_of(any_grant())};
    if (maybe()) asks.push_back(grant_of(any_grant()));
    const std::vector<std::string> signers =
        maybe() ? std::vector<std::string>{"con_1"} : std::vector<std::string>{"con_1", "con_2"};
    const auto id = put_round(asks, signers);
    auto& sheet = paper_.sheets[id];
    Slips left;
    for (const auto& g : asks) left.push_back(slip_of(g));
    const Slips asked = left;
    log += "round " + id + " of " + std::to_string(signers.size()) + "\n";
    for (const auto& signer : signers) {
      if (pick(6) == 0) return log += signer + " does not answer\n", void();  // asking alone permits nothing
      AnswerRound c;
      c.wording_digest = "digest";
      c.language = "en";
      c.typed_name = "Ana";
      c.assurance = Assurance::code;
      for (int i = 0; i < int(asks.size()); ++i)
        c.answers.push_back(any_answer(i, asks[std::size_t(i)], left[std::size_t(i)]));
      log += signer + " " + json::to_text(c.answers) + "\n";
      desk_.must(answer(desk_.state, desk_.directory, desk_.people, c, desk_.as(signer, id)));
      const bool all_no = std::ranges::all_of(c.answers, [](const AnswerInput& a) { return a.answer == Say::no; });
      if (all_no) {
        left.clear();
        break;
      }
    }
    sheet.given = ++clock_;
    sheet.said_before.push_back({clock_, asked});
    std::erase_if(left, [](const Slip& s) { return s.uses.empty(); });
    sheet.now = left;
    sheet.answered = !left.empty();
  }

  // ---- later

  Sheet* any_answered(std::string& id) {
    std::vector<std::string> ids;
    for (const auto& [each, sheet] : paper_.sheets)
      if (sheet.answered && !sheet.withdrawn) ids.push_back(each);
    if (ids.empty()) return nullptr;
    id = ids[std::size_t(pick(int(ids.size())))];
    return &paper_.sheets.at(id);
  }

  void withdraw_one() {
    std::string id;
    auto* sheet = any_answered(id);
    if (!sheet) return;
    desk_.must(withdraw(desk_.state, {}, desk_.as("con_1", id)));
    sheet->said_before.push_back({++clock_, sheet->now});
    sheet->withdrawn = true;
    log += "withdraw " + id + "\n";
  }

  void suspend_or_reinstate() {
    std::string id;
    auto* sheet = any_answered(id);
    if (!sheet) return;
    sheet->suspended = !sheet->suspended;
    desk_.must(review(desk_.state, {sheet->suspended ? ReviewOutcome::suspend : ReviewOutcome::reinstate, {"Looked"}},
                      desk_.context(id)));
    log += "review " + id + "\n";
  }

  void legal_reads() {
    std::string id;
    auto* sheet = any_answered(id);
    if (!sheet || std::ranges::none_of(sheet->now, &Slip::with_legal)) return;
    const bool accepted = maybe();
    desk_.must(clear_conditions(desk_.state,
                                {accepted ? ConditionsOutcome::accepted : ConditionsOutcome::refused, {}, {"Read"}},
                                desk_.context(id)));
    ++clock_;
    if (!accepted) {
      sheet->said_before.push_back({clock_, sheet->now});
      std::erase_if(sheet->now, &Slip::with_legal);
    }
    for (auto& slip : sheet->now) slip.with_legal = false;
    log += "legal " + id + (accepted ? " accepts\n" : " refuses\n");
  }

  void rest() {
    std::string id;
    auto* sheet = any_answered(id);
    if (!sheet) return;
    if (sheet->rest_until >= 0) {
      desk_.must(resume(desk_.state, {}, desk_.as("con_1", id)));
      sheet->rest_until = -1;
      log += "resume " + id + "\n";
      return;
    }
    sheet->rest_until = pick(days);
    sheet->rest_since = ++clock_;
    desk_.must(pause(desk_.state, desk_.policies, {testing::day(sheet->rest_until)}, desk_.as("con_1", id)));
    log += "pause " + id + "\n";
  }

  void narrow_one() {
    std::string id;
    auto* sheet = any_answered(id);
    if (!sheet) return;
    Narrow c;
    const auto& grants = find(desk_.state, id)->grants;
    if (grants.empty()) return;
    const auto& model = grants[std::size_t(pick(int(grants.size())))];
    if (maybe()) c.channels = some(model.channels);
    else c.regions = some(model.regions.empty() ? regions : model.regions);
    auto decision = narrow(desk_.state, desk_.directory, c, desk_.as("con_1", id));
    if (!decision || decision->events.empty()) return;
    desk_.apply(decision->events);
    auto before = sheet->now;
    for (auto& slip : sheet->now)
      std::erase_if(slip.uses, [&](const Single& s) {
        return c.channels ? std::ranges::find(*c.channels, std::get<1>(s)) == c.channels->end()
                          : std::ranges::find(*c.regions, std::get<2>(s)) == c.regions->end();
      });
    std::erase_if(sheet->now, [](const Slip& slip) { return slip.uses.empty(); });
    sheet->said_before.push_back({++clock_, std::move(before)});
    log += "narrow " + id + " " + json::to_text(c) + "\n";
  }

  std::mt19937 random_;
  testing::Desk desk_;
  Paper paper_;
  int clock_ = 0;
};

// Plays so many steps from this seed; answers what went wrong.
std::string play(unsigned seed, int steps) {
  Play game(seed);
  for (int i = 0; i < steps; ++i) {
    game.step();
    if (auto wrong = game.compare(); !wrong.empty())
      return "seed " + std::to_string(seed) + " after " + std::to_string(i + 1) + " steps: " + wrong + "\n" + game.log;
  }
  return {};
}

TEST(ScopeAlgebra, the_gate_agrees_with_paper_in_twenty_thousand_stories) {
  // Short stories first: what fails is then as small as it gets.
  constexpr int stories = 20'000;
  for (int i = 0; i < stories; ++i) {
    const int steps = 1 + i * 9 / stories;
    const auto wrong = play(unsigned(i), steps);
    ASSERT_TRUE(wrong.empty()) << wrong;
  }
}

}  // namespace
}  // namespace vs::authorizations
