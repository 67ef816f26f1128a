// What every store must do, told once and run on all of them: SQLite, and PostgreSQL on a server of the test's own.
// MISSION: REC-01
// QUALITY: R-PG
#include <gtest/gtest.h>
#include <sodium.h>

#include "ledger/keys.h"
#include "ledger/link_tables.h"
#include "ledger/store_places.h"

namespace vs::ledger {
namespace {

template <class Kind>
class StoreContract : public testing::Test {
 protected:
  void SetUp() override { ASSERT_GE(sodium_init(), 0); }
  std::unique_ptr<Place> place_ = Kind::make();
};
TYPED_TEST_SUITE(StoreContract, StoreKinds, );

Append append_of(const std::string& workspace, std::uint64_t from, int n, Frontier& tree) {
  Append out;
  out.workspace = workspace;
  for (int i = 0; i < n; ++i) {
    StoredEvent e{from + std::uint64_t(i), "{\"n\":" + std::to_string(i) + "}", {}, {}};
    randombytes_buf(e.nonce.data(), e.nonce.size());
    e.leaf = leaf_hash(e.nonce, e.bytes);
    tree.append(e.leaf);
    out.events.push_back(e);
  }
  out.size = tree.size();
  out.root = tree.root();
  return out;
}

std::vector<StoredEvent> all(Store& store, const std::string& workspace, std::uint64_t after = 0) {
  std::vector<StoredEvent> out;
  store.each_event(workspace, after, [&](StoredEvent&& e) { out.push_back(std::move(e)); });
  return out;
}

TYPED_TEST(StoreContract, gives_back_exactly_the_bytes_that_were_appended_in_order) {
  auto store = this->place_->open();
  Frontier a, b;
  store->commit({append_of("a", 1, 3, a), append_of("b", 1, 2, b)});
  store->commit({append_of("a", 4, 1, a)});
  store.reset();
  store = this->place_->open();
  const auto events = all(*store, "a");
  ASSERT_EQ(events.size(), 4u);
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i].sequence, i + 1);
    EXPECT_EQ(leaf_hash(events[i].nonce, events[i].bytes), events[i].leaf);
  }
  EXPECT_EQ(store->head("a"), std::pair(std::uint64_t{4}, a.root()));
  EXPECT_EQ(all(*store, "b").size(), 2u);
  EXPECT_EQ(store->head("nobody").first, 0u);
}

TYPED_TEST(StoreContract, reads_events_from_anywhere_up_and_down_however_many) {
  auto store = this->place_->open();
  Frontier tree;
  store->commit({append_of("a", 1, 2'600, tree)});
  EXPECT_EQ(all(*store, "a").size(), 2'600u);
  const auto late = all(*store, "a", 2'590);
  ASSERT_EQ(late.size(), 10u);
  EXPECT_EQ(late.front().sequence, 2'591u);
  std::uint64_t expected = 2'600, seen = 0;
  store->each_event_down("a", [&](const StoredEvent& e) {
    EXPECT_EQ(e.sequence, expected--);
    return ++seen < 2'100;
  });
  EXPECT_EQ(seen, 2'100u);
  EXPECT_EQ(store->event("a", 1'234)->sequence, 1'234u);
  EXPECT_FALSE(store->event("a", 2'601));
  const auto leaves = store->leaves("a", 2'599, 10);
  ASSERT_EQ(leaves.size(), 2u);
  EXPECT_EQ(leaves[1], store->event("a", 2'600)->leaf);
}

TYPED_TEST(StoreContract, refuses_a_second_event_with_the_same_sequence_and_keeps_the_first) {
  auto store = this->place_->open();
  Frontier tree, other;
  store->commit({append_of("a", 1, 1, tree)});
  const auto before = all(*store, "a");
  EXPECT_THROW(store->commit({append_of("a", 1, 1, other)}), StoreFailure);
  store.reset();
  store = this->place_->open();
  const auto after = all(*store, "a");
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after[0].leaf, before[0].leaf);
}

TYPED_TEST(StoreContract, a_batch_is_written_wholly_or_not_at_all) {
  auto store = this->place_->open();
  Frontier a, b, other;
  store->commit({append_of("b", 1, 1, b)});
  EXPECT_THROW(store->commit({append_of("a", 1, 700, a), append_of("b", 1, 1, other)}), StoreFailure);
  store.reset();
  store = this->place_->open();
  EXPECT_TRUE(all(*store, "a").empty());
  EXPECT_EQ(store->head("a").first, 0u);
}

TYPED_TEST(StoreContract, remembers_the_first_answer_to_a_key) {
  auto store = this->place_->open();
  Append part;
  part.workspace = "a";
  part.answers.push_back({"per_x|k1", "f", 201, "{}"});
  store->commit({part});
  const auto answer = store->answer("a", "per_x|k1");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 201);
  int all = 0;
  store->each_answer("a", [&](CommandAnswer&& one) { all += one.key == "per_x|k1" && one.fingerprint == "f"; });
  EXPECT_EQ(all, 1);
  EXPECT_FALSE(store->answer("b", "per_x|k1")) << "keys of one workspace mean nothing in another";
}

TYPED_TEST(StoreContract, finds_words_by_reference_and_forgets_them_by_owner) {
  auto store = this->place_->open();
  Append part;
  part.workspace = "a";
  part.vault = {{"v_1", "con_1", "x"}, {"v_2", "con_2", std::string("\0y", 2)}, {"v_3", "con_1", "z"}};
  part.answers.push_back({"k", "f", 200, "{\"name\":\"Marta\"}"});
  store->commit({part});
  EXPECT_EQ(store->vault_row("a", "v_2")->sealed.size(), 2u);
  EXPECT_FALSE(store->vault_row("b", "v_2"));
  std::vector<std::string> refs;
  store->each_vault_row("a", "v_1", [&](VaultRow&& row) { refs.push_back(row.ref); });
  EXPECT_EQ(refs, (std::vector<std::string>{"v_2", "v_3"}));
  store->put_blob("a", {"con_1", "text/plain", "x.txt", "bytes"});
  store->forget("a", "con_1");
  store->forget("a", "con_1");
  refs.clear();
  store->each_vault_row("a", [&](VaultRow&& row) { refs.push_back(row.ref); });
  EXPECT_EQ(refs, (std::vector<std::string>{"v_2"}));
  EXPECT_FALSE(store->blob("a", "con_1"));
  EXPECT_EQ(store->answer("a", "k")->body, "{}");
  store->forget_words("a", {"v_2"});
  EXPECT_FALSE(store->vault_row("a", "v_2"));
}

TYPED_TEST(StoreContract, keeps_workspaces_users_sessions_tokens_blobs_and_settings) {
  auto store = this->place_->open();
  store->add_workspace({"main", "Main"});
  store->add_workspace({"another", "Another"});
  ASSERT_EQ(store->workspaces().size(), 2u);
  EXPECT_EQ(store->workspaces()[0].id, "main") << "in the order of their founding";
  EXPECT_EQ(store->head("main"), std::pair(std::uint64_t{0}, Frontier{}.root()));
  store->put_user({"per_1", "a@b.test", "hash"});
  store->put_user({"per_1", "a@b.test", "hash2"});
  EXPECT_EQ(store->user_by_email("a@b.test")->password, "hash2");
  EXPECT_FALSE(store->user_by_email("nobody@b.test"));
  store->put_session({"d", "per_1", {1}, {1}});
  store->put_session({"d", "per_1", {1}, {7}});
  ASSERT_EQ(store->sessions().size(), 1u);
  EXPECT_EQ(store->sessions()[0].seen.us, 7);
  store->touch_session("d", {9});
  EXPECT_EQ(store->session("d")->seen.us, 9);
  store->drop_session("d");
  store->touch_session("d", {11});
  EXPECT_TRUE(store->sessions().empty()) << "a session that ended stays so";
  store->put_token({"tok_1", "d", "a", "per_1", "sync", {"read", "write"}, {5}, Instant{9}, false, {}});
  store->put_token({"tok_2", "e", "a", "per_1", "for ever", {"read"}, {6}, {}, false, {}});
  store->note_token_use("tok_1", {8});
  EXPECT_EQ(store->tokens()[0].scopes.size(), 2u);
  EXPECT_EQ(store->tokens()[0].expires, Instant{9});
  EXPECT_EQ(store->tokens()[0].used, Instant{8});
  EXPECT_FALSE(store->tokens()[1].expires);
  store->put_blob("a", {"fil_1", "text/plain", "x.txt", std::string("\0bytes", 6)});
  EXPECT_EQ(store->blob("a", "fil_1")->bytes, std::string("\0bytes", 6));
  EXPECT_FALSE(store->blob("b", "fil_1"));
  EXPECT_EQ(store->blobs("a"), std::vector<std::string>{"fil_1"});
  store->put_setting("per_1", "views", "[]");
  EXPECT_EQ(store->setting("per_1", "views"), "[]");
  EXPECT_EQ(store->settings("per_1"), (std::map<std::string, std::string>{{"views", "[]"}}));
  store->put_checkpoint("a", 9, "small");
  store->put_checkpoint("a", 10, "large");
  EXPECT_EQ(store->checkpoint("a"), "large");
  store->forget_user("per_1");
  EXPECT_FALSE(store->user("per_1"));
  EXPECT_TRUE(store->tokens()[0].revoked);
}

TYPED_TEST(StoreContract, keeps_links_portal_sessions_and_codes) {
  auto store = this->place_->open();
  auto& links = store->links();
  const std::string digest(32, '\0');
  links.put_link({digest, "a", "con_1", "authorize", "aut_1", {5}, {50}, false});
  links.put_link({"d2", "a", "con_2", "authorize", "aut_1", {4}, {50}, false});
  EXPECT_EQ(links.link(digest)->until.us, 50);
  ASSERT_EQ(links.links_about("a", "aut_1").size(), 2u);
  EXPECT_EQ(links.links_about("a", "aut_1")[0].contact, "con_2") << "the oldest first";
  EXPECT_EQ(links.links_of("a").size(), 2u);
  EXPECT_EQ(links.revoke_links("a", "aut_1", "con_1", {10}), 1u);
  EXPECT_EQ(links.revoke_links("a", "aut_1", "", {10}), 1u) << "only what was alive";
  EXPECT_TRUE(links.link(digest)->revoked);
  links.put_portal_session({"s", digest, {6}, {6}});
  links.touch_portal_session("s", {8});
  EXPECT_EQ(links.portal_session("s")->seen.us, 8);
  links.put_portal_session({"over", digest, {6}, {6}});
  links.drop_portal_session("over");
  links.touch_portal_session("over", {8});
  EXPECT_FALSE(links.portal_session("over")) << "a session that ended stays so";
  links.put_code({"a", "con_1", "aut_1"}, "code", {5});
  EXPECT_EQ(links.try_code({"a", "con_1", "aut_1"}, {1}, 2), "code");
  EXPECT_FALSE(links.try_code({"a", "con_1", "aut_1"}, {6}, 2)) << "too old";
  EXPECT_TRUE(links.try_code({"a", "con_1", "aut_1"}, {1}, 2));
  EXPECT_FALSE(links.try_code({"a", "con_1", "aut_1"}, {1}, 2)) << "tried too often";
  links.forget_links({100}, {100}, {100});
  EXPECT_FALSE(links.link(digest));
  EXPECT_FALSE(links.portal_session("s"));
}

TYPED_TEST(StoreContract, keeps_keys_apart_and_gives_each_owner_one) {
  Folder folder;
  const auto kek = folder.path / "kek";
  std::array<std::uint8_t, 32> first{};
  {
    Keys keys(this->place_->open_keys(), kek);
    first = keys.of("a", "con_1").bytes;
    keys.flush();
    keys.durable("a", "fil_1");
    EXPECT_FALSE(keys.find("a", "con_9"));
  }
  Keys keys(this->place_->open_keys(), kek);
  EXPECT_EQ(keys.of("a", "con_1").bytes, first);
  EXPECT_TRUE(keys.find("a", "fil_1"));
  EXPECT_EQ(keys.all_of("a").size(), 2u);
  EXPECT_THROW(keys.adopt("a", "con_1", Key{}), StoreFailure);
  keys.forget("a", "con_1");
  EXPECT_FALSE(keys.find("a", "con_1"));
  EXPECT_FALSE(Keys(this->place_->open_keys(), kek).find("a", "con_1"));
  EXPECT_THROW(Keys(this->place_->open_keys(), folder.path / "another"), StoreFailure);
}

TYPED_TEST(StoreContract, remembers_every_version_that_opened_it_once) {
  {
    const auto store = this->place_->open();
    EXPECT_TRUE(store->versions().empty());
    store->introduce("0.2.0");
    store->introduce("0.1.0");
    store->introduce("0.2.0");
  }
  EXPECT_EQ(this->place_->open()->versions(), (std::vector<std::string>{"0.1.0", "0.2.0"}));
}

}  // namespace
}  // namespace vs::ledger
