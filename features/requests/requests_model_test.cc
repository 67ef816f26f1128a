// Thousands of random weeks of a small program, told to the product and to a naive model beside it: permissions given,
// taken back and run out, limits, rests, days off, slots held and let go, uses that count. Whoever may be chosen in the
// one may be chosen in the other, and a refusal names every gate that the model names, and no other (R-MODEL).
//   VOUCHSAFE_SEQUENCES=100000 for the long tier, VOUCHSAFE_SEED=n to see one again
// MISSION: REQ-04, MAT-01, MAT-04, MAT-09, AUT-05, ADV-07
// QUALITY: R-MODEL
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "features/requests/road.h"

namespace vs::requests {
namespace {

using Gates = std::set<std::string>;
using namespace std::chrono;

// A number from the environment, or this one.
std::uint64_t setting(const char* name, std::uint64_t usual) {
  const char* value = std::getenv(name);
  return value ? std::strtoull(value, nullptr, 10) : usual;
}

// ---- the model: what somebody would keep on a card for each speaker

struct Card {
  struct Use {
    std::string request;
    Date on;
    bool done = false;
  };
  std::string contact, account, advocate, permission;
  Date permitted_until, confirmed_on;
  std::optional<Date> away_until;  // resting or paused until then
  bool away = false, left = false, opted_out = false, contract = false, withdrawn = false;
  std::vector<std::pair<Date, Date>> days_off;
  std::vector<Use> uses;
  int own_limit = 3;
};

std::pair<int, unsigned> quarter(Date d) {
  const year_month_day day{d.day};
  return {int(day.year()), (unsigned(day.month()) - 1) / 3};
}

// Everything that stands in the way of a reference call today, for a request whose own slot does not count.
Gates in_the_way(const Card& card, Date today, const std::string& request) {
  constexpr int policy_limit = 3, cooldown_days = 14, fresh_days = 180, cap_of_company = 4;
  int counted = 0;
  bool cooling = false;
  for (const auto& use : card.uses) {
    if (use.request == request) continue;
    counted += !use.done || quarter(use.on) == quarter(today);
    cooling = cooling || today.days_since(use.on) < cooldown_days;
  }
  const auto off = [&](const auto& days) { return days.first <= today && today <= days.second; };
  Gates gates;
  if (card.away) gates.insert("not_active");
  if (card.left) gates.insert("contact_left");
  else if (card.opted_out) gates.insert("opted_out");
  if (card.contract) gates.insert("contract_restriction");
  if (today.days_since(card.confirmed_on) > fresh_days) gates.insert("not_fresh");
  if (counted >= card.own_limit) gates.insert("quarter_full");
  if (counted >= policy_limit) gates.insert("rotation_limit");
  if (counted >= cap_of_company) gates.insert("account_cap");
  if (cooling) gates.insert("cooldown");
  if (std::ranges::any_of(card.days_off, off)) gates.insert("blackout");
  // Whoever opted out or left has taken every permission with them.
  if (card.withdrawn || card.left || card.opted_out || today > card.permitted_until) gates.insert("not_authorized");
  return gates;
}

// ---- weeks of both

class Weeks : public Road {
 public:
  explicit Weeks(std::uint64_t seed) : chance_(seed) {
    set_up();
    for (const auto* name : {"Ada", "Ben"}) cards_.push_back(card_of(advocate(name, "2027-01-20"), "2027-01-20"));
    advocate("Sol", "2029-12-31");  // never asked: there is always somebody in the pool
  }

  void act() {
    using Act = void (Weeks::*)();
    constexpr std::array<Act, 16> acts{&Weeks::days_pass, &Weeks::days_pass, &Weeks::days_pass, &Weeks::ask,
                                       &Weeks::ask,       &Weeks::ask,       &Weeks::ask,       &Weeks::ask,
                                       &Weeks::rest,      &Weeks::return_,   &Weeks::take_off,  &Weeks::confirm,
                                       &Weeks::withdraw,  &Weeks::permit,    &Weeks::restrict_, &Weeks::limit};
    (this->*acts[pick(acts.size())])();
    if (pick(60) == 0) goodbye();
  }
  std::size_t compared = 0, accepted = 0;

 private:
  std::size_t pick(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(chance_); }
  Card& somebody() { return cards_[pick(cards_.size())]; }
  Date today() const { return now.date(); }
  std::string day(int ahead) const { return today().plus_days(ahead).vj_str(); }

  Card card_of(const std::string& contact, const std::string& until) {
    Card card;
    card.contact = contact;
    card.account = directory::contact(world.get<directory::State>(), contact)->account;
    card.advocate = advocates::of_contact(world.get<advocates::State>(), contact)->id;
    card.permission = world.get<authorizations::State>().by_contact.at(contact).front();
    card.permitted_until = *Date::vj_parse(until);
    card.confirmed_on = today();
    return card;
  }

  // Cases do not wait over days here: who waits is reminded and overtaken, which other tests look at.
  void days_pass() {
    for (auto& card : cards_)
      std::erase_if(card.uses, [&](const Card::Use& use) {
        if (!use.done) must("program_owner", "requests.cancel", use.request, R"({"reason":"Not needed any more."})");
        return !use.done;
      });
    now = now.plus_days(1 + int(pick(18)));
    tick();
    for (auto& card : cards_)
      if (card.away_until && *card.away_until <= today()) card.away = false, card.away_until.reset();
  }

  // One request up to the choice, and perhaps to its end.
  void ask() {
    auto& card = somebody();
    const auto id =
        must("requester", "requests.create", "",
             fmt::format(R"({{"purpose":"Win the deal","use_case":"How they run it in two countries at once",
                           "use_type":"reference_call","channel":"sales","deadline":"{}",
                           "prospect":{{"name":"Prospect Ltd","industry":"Software","region":"EMEA"}}}})",
                         day(20)));
    must("program_owner", "requests.complete", id, "{}");
    clear_all(id);
    const auto chosen = compare(card, id, "requests.choose",
                                fmt::format(R"({{"candidates":["{}"],"reason":"Closest"}})", card.contact));
    if (!chosen) return void(must("program_owner", "requests.cancel", id, R"({"reason":"Nobody fits."})"));
    card.uses.push_back({id, today(), false});
    if (pick(4) != 0) finish(card, id);
  }

  void finish(Card& card, const std::string& id) {
    ASSERT_TRUE(compare(card, id, "requests.agree", "{}")) << "nothing happened since the choice";
    must("account_owner", "requests.confirm", id, R"({"answer":"yes","evidence":{"file":"fil_2","name":"mail"}})");
    ASSERT_TRUE(compare(card, id, "requests.approve", "{}"));
    must("program_owner", "requests.disclose", id, "{}");
    must("requester", "requests.record_activity", id, R"({"outcome":"held","minutes":30,"notes":"Good"})");
    must("requester", "requests.debrief", id, R"({"rating":5,"said":"Convincing","deal_effect":"advanced"})");
    must("program_owner", "requests.close", id, R"({"decision":"fulfilled","notes":"Thanked"})");
    card.uses.back().done = true;
  }

  // Both are asked; true when both say yes.
  bool compare(const Card& card, const std::string& id, const std::string& command, const std::string& body) {
    const auto model = in_the_way(card, today(), id);
    const auto told = tell(command == "requests.agree" ? "account_owner" : "program_owner", command, id, body);
    const Gates product(told.codes.begin(), told.codes.end());
    EXPECT_EQ(product, model) << command << " on " << today().vj_str();
    ++compared;
    accepted += model.empty();
    return product.empty() && model.empty();
  }

  void rest() {
    auto& card = somebody();
    const int until = 1 + int(pick(40));
    const char* how = pick(2) ? "advocates.rest" : "advocates.pause";
    must("advocacy_manager", how, card.advocate,
         fmt::format(R"({{"until":"{}","reason":"A busy time."}})", day(until)));
    card.away = true;
    card.away_until = today().plus_days(until);
  }
  void return_() {
    auto& card = somebody();
    if (card.left) return;
    must("advocacy_manager", "advocates.activate", card.advocate, "{}");
    card.away = false;
    card.away_until.reset();
  }
  void take_off() {
    auto& card = somebody();
    const int from = int(pick(20)), until = from + int(pick(10));
    must("advocacy_manager", "advocates.blackout", card.advocate,
         fmt::format(R"({{"from":"{}","until":"{}"}})", day(from), day(until)));
    card.days_off.emplace_back(today().plus_days(from), today().plus_days(until));
  }
  void confirm() {
    auto& card = somebody();
    must("advocacy_manager", "advocates.confirm_profile", card.advocate, "{}");
    card.confirmed_on = today();
  }
  void limit() {
    auto& card = somebody();
    card.own_limit = 1 + int(pick(4));
    must("advocacy_manager", "advocates.revise", card.advocate,
         fmt::format(R"({{"max_per_quarter":{}}})", card.own_limit));
  }
  void restrict_() {
    auto& card = somebody();
    card.contract = !card.contract;
    must("program_owner", "accounts.restrict", card.account,
         card.contract ? R"({"restriction":"No references"})" : R"({})");
  }

  // Open cases end with the permission that they rely on; the next fallback takes over, and there is none.
  bool stops_cases(Card& card) {
    return std::erase_if(card.uses, [](const Card::Use& use) { return !use.done; }) > 0;
  }
  void withdraw() {
    auto& card = somebody();
    if (card.withdrawn || today() > card.permitted_until) return;
    must("account_owner", "authorizations.withdraw", card.permission, "{}");
    card.withdrawn = true;
    stops_cases(card);
  }
  void permit() {
    auto& card = somebody();
    if (card.left || card.opted_out || (!card.withdrawn && today() <= card.permitted_until)) return;
    const int until = 1 + int(pick(200));
    card.permission = must(
        "account_owner", "authorizations.record", "",
        fmt::format(R"({{"contact":"{}","grants":[{{"use_type":"reference_call","channels":["sales"],"until":"{}"}}],
          "evidence":[{{"file":"fil_1","name":"mail"}}],"how":"email","signer":"Themselves"}})",
                    card.contact, day(until)));
    card.permitted_until = today().plus_days(until);
    card.withdrawn = false;
  }
  void goodbye() {
    auto& card = somebody();
    if (card.left || card.opted_out) return;
    const bool leaves = pick(2) == 0;
    if (leaves) must("account_owner", "contacts.mark_left", card.contact, "{}");
    else must("account_owner", "contacts.opt_out", card.contact, R"({"reason":"No more calls."})");
    (leaves ? card.left : card.opted_out) = true;
    if (leaves) card.away = true, card.away_until.reset();  // until somebody looks into it
    stops_cases(card);
  }

  std::mt19937_64 chance_;
  std::vector<Card> cards_;
};

TEST(Model, whoever_may_be_chosen_is_the_same_in_the_product_and_on_paper) {
  constexpr int acts = 14;
  const auto sequences = setting("VOUCHSAFE_SEQUENCES", 5'000), only = setting("VOUCHSAFE_SEED", 0);
  std::size_t compared = 0, accepted = 0;
  for (std::uint64_t seed = only ? only : 1; seed <= (only ? only : sequences); ++seed) {
    SCOPED_TRACE(fmt::format("VOUCHSAFE_SEED={}", seed));
    Weeks weeks(seed);
    for (int i = 0; i < acts && !testing::Test::HasFailure(); ++i) weeks.act();
    compared += weeks.compared;
    accepted += weeks.accepted;
    if (testing::Test::HasFailure()) return;
  }
  std::printf("%llu sequences, %zu comparisons, %zu times yes\n", static_cast<unsigned long long>(sequences), compared,
              accepted);
  EXPECT_TRUE(only || (accepted > sequences / 2 && compared > accepted * 5 / 4)) << "too one-sided to tell anything";
}

}  // namespace
}  // namespace vs::requests
