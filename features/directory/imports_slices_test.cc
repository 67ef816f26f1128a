// MISSION: DIR-02
#include "features/directory/import_work.h"
#include "features/directory/keys.h"
#include "features/directory/test_world.h"

namespace vs::directory {
namespace {

constexpr std::size_t at_once = 1'000'000;

// A record as it matters: without who said it when, with the words about people.
template <class R>
void write_records(const State& s, std::string& out) {
  for (auto [id, record] : records<R>(s)) {
    record.updated_at = {};
    record.version = 0;
    out += json::to_text(record) + called(record) + '\n';
  }
}

std::string canonical(const State& s) {
  std::string out;
  write_records<Account>(s, out);
  write_records<Contact>(s, out);
  write_records<Deal>(s, out);
  write_records<Product>(s, out);
  write_records<Seller>(s, out);
  for (const auto& [key, id] : std::map<std::string, std::string>(s.ids.begin(), s.ids.end()))
    out += key + ' ' + id + '\n';
  for (const auto& [kind, repairs] : s.repairs) out += json::to_text(repairs) + '\n';
  return out;
}

std::string told(const Import& import) {
  return json::to_text(import.counts) + json::to_text(import.problems) + json::to_text(import.mapping);
}

std::string begin(TestWorld& w, ImportKind kind, const std::string& csv, std::size_t rows = 0) {
  const auto id = w.preview(kind, csv);
  const auto decision = begin_import(w.state(), ApplyImport{{}, {}, true}, w.context(id), rows);
  EXPECT_TRUE(decision);
  if (decision) w.fold(decision->events);
  return id;
}

// Forgets all but the ledger.
void restart(TestWorld& w) {
  w.world = World{};
  for (const auto& [event, meta] : w.ledger) event.apply(w.world, meta);
}

const std::vector<std::pair<ImportKind, const char*>> real_files = {{ImportKind::accounts, "accounts.csv"},
                                                                    {ImportKind::products, "products.csv"},
                                                                    {ImportKind::sellers, "sales_teams.csv"},
                                                                    {ImportKind::deals, "sales_pipeline.csv"}};

// Accounts that know each other by old and new names, before and after they are there, twice and renamed.
std::string knotty(bool renamed) {
  std::string csv = "Account ID,Account Name,subsidiary_of\n";
  for (int i = 0; i < 60; ++i) {
    const auto n = std::to_string(i);
    const auto name = renamed ? "New " + n : "Old " + n;
    csv += "E" + n + "," + name + "," + (renamed ? "Old " + std::to_string((i + 31) % 60) : "") + "\n";
    if (!renamed) continue;
    csv += ",Plain " + n + ",New " + std::to_string((i + 17) % 60) + "\n";
    csv += "F" + n + ",Plain " + n + ",Plain " + std::to_string((i + 29) % 60) + "\n";
    csv += ",New " + std::to_string((i + 40) % 60) + ",Plane " + std::to_string((i + 7) % 60) + "\n";
    csv += "E" + std::to_string((i + 50) % 60) + ",Again,\n";
  }
  return csv;
}

TEST(ImportSlices, EndAsOneGoDoes) {
  TestWorld one, many;
  for (const auto& [kind, file] : real_files) {
    const auto a = begin(one, kind, real_file(file), at_once);
    const auto b = begin(many, kind, real_file(file));
    EXPECT_EQ(many.import(b).status, ImportStatus::applying);
    EXPECT_GE(many.work(kind == ImportKind::deals ? 88 : 7), 1U);
    ASSERT_EQ(a, b);
    EXPECT_EQ(many.import(b).status, ImportStatus::applied);
    EXPECT_EQ(told(one.import(a)), told(many.import(b)));
    EXPECT_EQ(canonical(one.state()), canonical(many.state())) << file;
  }
  EXPECT_EQ(many.state().deals.size(), 8800U);
}

TEST(ImportSlices, GoOnInAHundredSlices) {
  TestWorld w;
  w.bring_in(ImportKind::products, real_file("products.csv"));
  const auto id = begin(w, ImportKind::deals, real_file("sales_pipeline.csv"));
  std::uint64_t done = 0;
  for (int slice = 1; slice < 100; ++slice) {
    w.fold(next_rows(w.state(), 88), w.program);
    EXPECT_EQ(w.import(id).applying.done, done += 88);
    EXPECT_EQ(w.import(id).counts.created + w.import(id).counts.skipped, done);
  }
  EXPECT_EQ(w.work(88), 1U);
  EXPECT_EQ(w.import(id).status, ImportStatus::applied);
  EXPECT_EQ(w.import(id).applying.done, 8800U);
  EXPECT_TRUE(w.import(id).csv.words().empty());
  EXPECT_FALSE(w.import(id).run);
  EXPECT_TRUE(w.state().applying.empty());
  EXPECT_EQ(w.state().deals.begin()->second.updated_by, "per_ann");
}

TEST(ImportSlices, UnderstandAKnottyFileAsOneGoDoesAndAfterEveryRestart) {
  TestWorld one, many, restarted;
  for (auto* w : {&one, &many, &restarted}) w->bring_in(ImportKind::accounts, knotty(false));
  const auto id = begin(one, ImportKind::accounts, knotty(true), at_once);
  EXPECT_GT(one.import(id).counts.skipped, 0U);
  EXPECT_GT(one.import(id).counts.updated, 0U);
  begin(many, ImportKind::accounts, knotty(true));
  many.work(11);
  EXPECT_EQ(canonical(one.state()), canonical(many.state()));
  EXPECT_EQ(told(one.import(id)), told(many.import(id)));
  begin(restarted, ImportKind::accounts, knotty(true));
  for (Events next; !(next = next_rows(restarted.state(), 11)).empty(); restart(restarted))
    restarted.fold(next, restarted.program);
  EXPECT_EQ(canonical(one.state()), canonical(restarted.state()));
  EXPECT_EQ(told(one.import(id)), told(restarted.import(id)));
}

TEST(ImportSlices, GoOnAfterARestartWithTheRealFiles) {
  TestWorld through, restarted;
  for (const auto& [kind, file] : real_files) {
    begin(through, kind, real_file(file));
    through.work(2000);
    begin(restarted, kind, real_file(file));
    for (Events next; !(next = next_rows(restarted.state(), kind == ImportKind::deals ? 2000 : 11)).empty();) {
      restarted.fold(next, restarted.program);
      restart(restarted);
    }
    EXPECT_EQ(canonical(through.state()), canonical(restarted.state())) << file;
  }
}

TEST(ImportSlices, CancelledAndUndoneLeaveWhatWasThere) {
  TestWorld w;
  w.bring_in(ImportKind::accounts, knotty(false));
  const auto before = canonical(w.state());
  const auto id = begin(w, ImportKind::accounts, knotty(true));
  for (int i = 0; i < 5; ++i) w.fold(next_rows(w.state(), 20), w.program);
  EXPECT_EQ(w.refusal(&undo_import, UndoImport{}, id), std::set<std::string>{"applying"});
  w.act(&cancel_import, CancelImport{}, id);
  EXPECT_EQ(w.import(id).status, ImportStatus::cancelled);
  EXPECT_EQ(w.import(id).applying.done, 100U);
  EXPECT_NE(canonical(w.state()), before);
  for (const auto& [key, a] : w.state().accounts) EXPECT_TRUE(a.parent.empty() || account(w.state(), a.parent));
  EXPECT_TRUE(next_rows(w.state(), 20).empty());
  const auto sequence = w.sequence;
  w.act(&cancel_import, CancelImport{}, id);
  EXPECT_EQ(w.sequence, sequence);
  EXPECT_EQ(w.refusal(&apply_import, ApplyImport{}, id), std::set<std::string>{"ended"});
  w.act(&undo_import, UndoImport{}, id);
  EXPECT_EQ(w.import(id).status, ImportStatus::undone);
  EXPECT_EQ(w.import(id).counts.kept, 0U);
  EXPECT_EQ(canonical(w.state()), before);
}

TEST(ImportSlices, AreBegunOnceAndOnlyCancelledWhileTheyRun) {
  TestWorld w;
  const auto id = begin(w, ImportKind::accounts, knotty(true));
  const auto sequence = w.sequence;
  w.act(&apply_import, ApplyImport{}, id);
  EXPECT_EQ(w.sequence, sequence);
  EXPECT_EQ(can_apply(w.state(), w.context(id)).error().reasons.front().code, "applying");
  EXPECT_TRUE(can_cancel(w.state(), w.context(id)));
  w.work(500);
  EXPECT_EQ(w.refusal(&cancel_import, CancelImport{}, id), std::set<std::string>{"not_applying"});
}

TEST(ImportSlices, OfTheSameFileTwiceDoubleNothing) {
  TestWorld w;
  const auto first = begin(w, ImportKind::accounts, real_file("accounts.csv"));
  const auto second = begin(w, ImportKind::accounts, real_file("accounts.csv"));
  w.fold(next_rows(w.state(), 20), w.program);
  // Meanwhile others bring in or enter some of the same.
  const auto small = w.preview(ImportKind::accounts, "account,sector\nZumgoity,medical\n");
  w.act(&apply_import, ApplyImport{}, small);
  EXPECT_EQ(w.import(small).status, ImportStatus::applied);
  AccountFacts facts;
  facts.name = "Xx-zobam";
  w.act(&add_account, facts);
  w.work(20);
  EXPECT_EQ(w.state().accounts.size(), 85U);
  EXPECT_EQ(w.import(first).counts.created + w.import(first).counts.updated + w.import(first).counts.unchanged, 85U);
  EXPECT_EQ(w.import(second).counts.unchanged, 85U);
  for (const auto& [id, a] : w.state().accounts) EXPECT_TRUE(a.parent.empty() || account(w.state(), a.parent));
}

TEST(ImportSlices, FailWithTheReasonWhenTheFileIsGone) {
  TestWorld w;
  const auto id = begin(w, ImportKind::accounts, real_file("accounts.csv"));
  w.fold(next_rows(w.state(), 20), w.program);
  auto& import = w.world.mut<State>().imports.at(id);
  import.csv = {};
  import.run.reset();
  w.work(20);
  EXPECT_EQ(w.import(id).status, ImportStatus::failed);
  Ask ask;
  ask.id = id;
  const auto item = import_item(w.state(), people::State{}, ask);
  EXPECT_EQ(item->reason, "The file was erased before all of its rows were in.");
  EXPECT_EQ(item->progress.done, 20U);
  EXPECT_EQ(item->progress.total, 85U);
  w.act(&undo_import, UndoImport{}, id);
  EXPECT_TRUE(w.state().accounts.empty());
}

TEST(ImportSlices, KeepWhatSomebodyChangedWhileTheyRan) {
  TestWorld w;
  const auto id = begin(w, ImportKind::accounts, real_file("accounts.csv"));
  w.fold(next_rows(w.state(), 20), w.program);
  AccountFacts facts;
  facts.tier = "gold";
  const auto changed = *w.import(id).accounts.created.begin();
  w.act(&revise_account, facts, changed);
  w.work(20);
  w.act(&undo_import, UndoImport{}, id);
  EXPECT_TRUE(account(w.state(), changed));
}

}  // namespace
}  // namespace vs::directory
