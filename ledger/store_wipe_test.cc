// What was forgotten is in no file of a store once it is wiped, whatever its database did with it in between.
// MISSION: REC-04
// QUALITY: S-ERASE
#include <gtest/gtest.h>
#include <sodium.h>

#include <fstream>
#include <map>
#include <set>
#include <thread>

#include "ledger/store_places.h"

namespace vs::ledger {
namespace {

template <class Kind>
class StoreWipe : public testing::Test {
 protected:
  void SetUp() override { ASSERT_GE(sodium_init(), 0); }
  std::unique_ptr<Place> place_ = Kind::make();
};
TYPED_TEST_SUITE(StoreWipe, StoreKinds, );

// Eight digits behind a mark that nothing else has.
constexpr std::string_view word_mark = "Qxzqvw";
std::string word(int n) {
  auto digits = std::to_string(n);
  return std::string(word_mark) + std::string(8 - digits.size(), '0') + digits;
}

std::set<std::string> words_in(const fs::path& folder) {
  std::set<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    for (auto at = bytes.find(word_mark); at != std::string::npos; at = bytes.find(word_mark, at + 1))
      out.insert(bytes.substr(at, word_mark.size() + 8));
  }
  return out;
}

// Rows of every length come, change and go, as lists that people keep do: a database moves their neighbours about, and
// leaves behind copies that no query finds. Answers the words that are still meant to be there.
std::set<std::string> come_and_go(const Place& place, Store& store, unsigned seed) {
  std::mt19937 chance(seed);
  std::map<std::pair<std::string, std::string>, std::string> live;
  for (int n = 0; n < 3'000; ++n) {
    const auto user = "per_" + std::to_string(chance() % 16), key = "k" + std::to_string(chance() % 4);
    std::string value;
    for (auto times = chance() % 60 + 1; times > 0; --times) value += word(n);
    store.put_setting(user, key, value);
    live[{user, key}] = word(n);
    Append part;
    part.workspace = "a";
    part.answers.push_back({"key-" + std::to_string(n), "f", 200, value});
    store.commit({part});
    if (n % 1'000 == 500) place.takes_samples();
    if (n % 50 != 49) continue;
    store.forget_user(user);
    std::erase_if(live, [&](const auto& each) { return each.first.first == user; });
    store.forget("a", "con_1");
  }
  std::set<std::string> kept;
  for (const auto& each : live) kept.insert(each.second);
  return kept;
}

// Seeds by which SQLite 3.40 left words behind that it had overwritten where they stood.
TYPED_TEST(StoreWipe, what_was_forgotten_is_in_no_file_once_it_is_wiped) {
  for (const unsigned seed : {5u, 20u, 22u}) {
    const auto place = TypeParam::make();
    const auto store = place->open();
    const auto kept = come_and_go(*place, *store, seed);
    while (!store->wipe()) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(words_in(place->files()), kept) << "seed " << seed;
  }
}

TYPED_TEST(StoreWipe, a_key_that_was_forgotten_is_in_no_file_once_it_is_wiped) {
  std::mt19937 chance(7);
  std::map<std::string, std::string> kept;
  const auto keys = this->place_->open_keys();
  for (int n = 0; n < 3'000; ++n) {
    if (n == 1'500) this->place_->takes_samples();
    std::string name = "a/con_" + std::to_string(chance());
    keys->add({{name, word(n) + std::string(chance() % 60, 'w')}});
    if (chance() % 2) keys->drop(name);
    else kept[name] = word(n);
    if (n % 10 || kept.empty()) continue;
    keys->drop(kept.begin()->first);
    kept.erase(kept.begin());
  }
  std::set<std::string> words;
  for (const auto& each : kept) words.insert(each.second);
  while (!keys->wipe()) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_EQ(words_in(this->place_->files()), words);
}

// MISSION: REC-02
TYPED_TEST(StoreWipe, nothing_is_said_to_be_wiped_that_somebody_still_reads) {
  const auto store = this->place_->open();
  store->put_setting("per_1", "k", "x");
  auto reader = this->place_->reads(*store);
  store->forget_user("per_1");
  EXPECT_FALSE(store->wipe());
  EXPECT_FALSE(store->wipe());
  reader.reset();
  for (int tries = 0; tries < 500 && !store->wipe(); ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_TRUE(store->wipe());
}

}  // namespace
}  // namespace vs::ledger
