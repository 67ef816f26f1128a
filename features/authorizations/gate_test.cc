// The gate against a plain reference model: sets of single uses, written down one by one.
// MISSION: AUT-04
#include <gtest/gtest.h>

#include <random>

#include "features/authorizations/testing.h"

namespace vs::authorizations {
namespace {

const std::vector<UseType> use_types{UseType::logo, UseType::quote, UseType::video};
const std::vector<Channel> channels{Channel::sales, Channel::web, Channel::press};
const std::vector<std::string> regions{"EMEA", "APAC", "AMER"};
constexpr int days = 12;

using Single = std::tuple<UseType, Channel, std::string, int>;  // a use with its region, on a day

// What the customer said, as somebody would keep it on paper.
struct Paper {
  struct Permission {
    std::set<Single> uses;
    int given = 0;
    bool suspended = false;
  };
  std::map<std::string, Permission> permissions;
  std::map<Single, int> last_no;
  int clock = 0;

  void take_back(Permission& from, const std::set<Single>& remaining) {
    ++clock;
    for (const auto& use : from.uses)
      if (!remaining.contains(use)) last_no[use] = clock;
    from.uses = remaining;
  }
  MayUse answer(const Single& use) const {
    auto best = MayUse::no;
    for (const auto& [id, permission] : permissions) {
      const auto no = last_no.find(use);
      const bool stands = no == last_no.end() || permission.given > no->second;
      if (!permission.uses.contains(use) || !stands) continue;
      if (!permission.suspended) return MayUse::yes;
      best = MayUse::unclear;
    }
    return best;
  }
};

class Play {
 public:
  explicit Play(unsigned seed) : random_(seed) {}

  void step() {
    switch (pick(6)) {
      case 0:
      case 1: return record_one();
      case 2: return withdraw_one();
      case 3: return suspend_or_reinstate_one();
      default: return narrow_one();
    }
  }

  void compare() {
    for (const auto use_type : use_types)
      for (const auto channel : channels)
        for (int on = 0; on < days; ++on) {
          std::set<MayUse> of_regions;
          for (const auto& region : regions) {
            const auto answer = ask_gate(use_type, channel, region, on);
            ASSERT_EQ(answer, paper_.answer({use_type, channel, region, on}))
                << name_of(use_type) << ' ' << name_of(channel) << ' ' << region << " day " << on;
            of_regions.insert(answer);
          }
          // Without a region, yes and no may only be said where they hold everywhere.
          const auto anywhere = ask_gate(use_type, channel, "", on);
          if (anywhere != MayUse::unclear) {
            ASSERT_EQ(of_regions, std::set{anywhere});
          }
        }
  }

 private:
  int pick(int n) { return int(random_() % unsigned(n)); }

  template <class T>
  std::vector<T> some(const std::vector<T>& all) {
    std::vector<T> out;
    while (out.empty())
      for (const auto& each : all)
        if (pick(2)) out.push_back(each);
    return out;
  }

  MayUse ask_gate(UseType use_type, Channel channel, const std::string& region, int on) const {
    return may_use(desk_.state, desk_.directory,
                   {"con_1", "", use_type, channel, region, "", "", "", testing::day(on), ""})
        .answer;
  }

  std::string any_id() {
    if (paper_.permissions.empty()) return "";
    return std::next(paper_.permissions.begin(), pick(int(paper_.permissions.size())))->first;
  }

  void record_one() {
    Record c{"con_1", {}, {}, {{"fil_1", "Mail"}}, How::email, "Ana", {}, {}, {}};
    Paper::Permission permission;
    for (const auto use_type : some(use_types)) {
      GrantInput grant;
      grant.use_type = use_type;
      grant.channels = some(channels);
      if (pick(2)) grant.regions = some(regions);
      const int from = pick(days), until = from + pick(days - from);
      grant.from = testing::day(from);
      grant.until = testing::day(until);
      for (const auto channel : grant.channels)
        for (const auto& region : grant.regions.empty() ? regions : grant.regions)
          for (int on = from; on <= until; ++on) permission.uses.insert({use_type, channel, region, on});
      c.grants.push_back(grant);
    }
    permission.given = ++paper_.clock;
    paper_.permissions[desk_.must(record(desk_.state, desk_.directory, c, desk_.context()))] = permission;
  }

  void withdraw_one() {
    const auto id = any_id();
    if (id.empty()) return;
    desk_.must(withdraw(desk_.state, {}, desk_.context(id)));
    paper_.take_back(paper_.permissions.at(id), {});
    paper_.permissions.erase(id);
  }

  void suspend_or_reinstate_one() {
    const auto id = any_id();
    if (id.empty()) return;
    auto& suspended = paper_.permissions.at(id).suspended;
    suspended = !suspended;
    desk_.must(review(desk_.state, {suspended ? ReviewOutcome::suspend : ReviewOutcome::reinstate, {"Looked"}},
                      desk_.context(id)));
  }

  // Narrowing that is refused (it would widen, or leave nothing) must change nothing, which `compare` sees.
  void narrow_one() {
    const auto id = any_id();
    if (id.empty()) return;
    Narrow c;
    if (pick(2)) c.drop_use_types = {use_types[std::size_t(pick(3))]};
    if (pick(2)) c.channels = some(channels);
    if (pick(2)) c.regions = some(regions);
    if (pick(3) == 0) c.until = testing::day(pick(days));
    const auto decision = narrow(desk_.state, desk_.directory, c, desk_.context(id));
    if (!decision || decision->events.empty()) return;
    desk_.apply(decision->events);
    auto& permission = paper_.permissions.at(id);
    std::set<Single> remaining;
    for (const auto& use : permission.uses)
      if (survives(use, c)) remaining.insert(use);
    paper_.take_back(permission, remaining);
  }

  static bool survives(const Single& use, const Narrow& c) {
    const auto& [use_type, channel, region, on] = use;
    const auto in = [](const auto& list, const auto& item) { return std::ranges::find(list, item) != list.end(); };
    return !in(c.drop_use_types, use_type) && (!c.channels || in(*c.channels, channel)) &&
           (!c.regions || in(*c.regions, region)) && (!c.until || testing::day(on) <= *c.until);
  }

  std::mt19937 random_;
  testing::Desk desk_;
  Paper paper_;
};

TEST(Gate, answers_as_if_every_single_use_were_written_down) {
  const unsigned first = std::random_device{}();
  for (unsigned seed = first; seed < first + 25; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Play play(seed);
    for (int step = 0; step < 14; ++step) {
      play.step();
      play.compare();
      if (::testing::Test::HasFatalFailure()) return;
    }
  }
}

}  // namespace
}  // namespace vs::authorizations
