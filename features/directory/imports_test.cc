// MISSION: DIR-02
#include "features/directory/csv_table.h"
#include "features/directory/layouts.h"
#include "features/directory/test_world.h"

namespace vs::directory {
namespace {

const Problem* problem(const Import& import, const std::string& code, const std::string& value = "") {
  for (const auto& each : import.problems)
    if (each.code == code && each.value == value) return &each;
  return nullptr;
}

TestWorld with_real_crm() {
  TestWorld w;
  w.bring_in(ImportKind::accounts, real_file("accounts.csv"));
  w.bring_in(ImportKind::products, real_file("products.csv"));
  w.bring_in(ImportKind::sellers, real_file("sales_teams.csv"));
  w.bring_in(ImportKind::deals, real_file("sales_pipeline.csv"));
  return w;
}

TEST(Imports, BringInARealCrmAsItIs) {
  const auto w = with_real_crm();
  EXPECT_EQ(w.state().accounts.size(), 85U);
  EXPECT_EQ(w.state().products.size(), 7U);
  EXPECT_EQ(w.state().sellers.size(), 35U);
  EXPECT_EQ(w.state().deals.size(), 8800U);
}

TEST(Imports, ReportWhatIsWrongWithAccountsAndRepairIt) {
  TestWorld w;
  const auto id = w.preview(ImportKind::accounts, real_file("accounts.csv"));
  const auto* industry = problem(w.import(id), "unknown_industry", "technolgy");
  ASSERT_TRUE(industry);
  EXPECT_EQ(industry->count, 12U);
  EXPECT_EQ(industry->repair, "technology");
  const auto* country = problem(w.import(id), "unknown_country", "Philipines");
  ASSERT_TRUE(country);
  EXPECT_EQ(country->count, 1U);
  EXPECT_EQ(country->repair, "Philippines");
  ASSERT_TRUE(problem(w.import(id), "subsidiary"));
  EXPECT_EQ(problem(w.import(id), "subsidiary")->count, 15U);
  EXPECT_TRUE(w.state().accounts.empty());

  w.act(&apply_import, ApplyImport{{}, {{"sector:technolgy", "technology"}}, {}}, id);
  std::size_t children = 0, technology = 0, as_written = 0;
  for (const auto& [key, a] : w.state().accounts) {
    children += !a.parent.empty();
    technology += a.industry == "technology";
    as_written += a.country == "Philipines";
    if (a.name == "Acme Corporation") {
      EXPECT_EQ(a.revenue, 1'100'040'000);
    }
  }
  EXPECT_EQ(children, 15U);
  EXPECT_EQ(technology, 12U);
  EXPECT_EQ(as_written, 1U);
}

TEST(Imports, ReportWhatIsWrongWithDeals) {
  TestWorld w;
  w.bring_in(ImportKind::accounts, real_file("accounts.csv"));
  w.bring_in(ImportKind::products, real_file("products.csv"));
  w.bring_in(ImportKind::sellers, real_file("sales_teams.csv"));
  const auto& import = w.import(w.preview(ImportKind::deals, real_file("sales_pipeline.csv")));
  ASSERT_TRUE(problem(import, "unknown_product", "GTXPro"));
  EXPECT_EQ(problem(import, "unknown_product", "GTXPro")->count, 1480U);
  EXPECT_EQ(problem(import, "unknown_product", "GTXPro")->repair, "GTX Pro");
  ASSERT_TRUE(problem(import, "no_account"));
  EXPECT_EQ(problem(import, "no_account")->count, 1425U);
  ASSERT_TRUE(problem(import, "no_dates"));
  EXPECT_EQ(problem(import, "no_dates")->count, 500U);
  EXPECT_EQ(import.mapping.at("engage_quarter"), "");
  EXPECT_EQ(import.counts.skipped, 1480U);
  EXPECT_EQ(import.counts.created, 7320U);
  EXPECT_FALSE(problem(import, "new_seller"));
}

TEST(Imports, ReadDealsRight) {
  const auto w = with_real_crm();
  const auto& d = w.state().deals.at(w.state().ids.at("deals#Z063OYW0"));
  EXPECT_EQ(d.product, "GTX Pro");
  EXPECT_EQ(account(w.state(), d.account)->name, "Isdom");
  EXPECT_EQ(d.engaged_on->vj_str(), "2016-10-25");
  EXPECT_EQ(d.close_on->vj_str(), "2017-03-11");
  EXPECT_EQ(d.amount, 4514);
  EXPECT_EQ(d.outcome, Outcome::won);
  EXPECT_EQ(seller(w.state(), d.seller)->name.words(), "Darcel Schlecht");
  EXPECT_EQ(d.name, "Isdom – GTX Pro");
}

TEST(Imports, ChangeNothingTheSecondTime) {
  auto w = with_real_crm();
  for (const auto& [kind, file] : {std::pair{ImportKind::accounts, "accounts.csv"},
                                   {ImportKind::products, "products.csv"},
                                   {ImportKind::sellers, "sales_teams.csv"},
                                   {ImportKind::deals, "sales_pipeline.csv"}}) {
    const auto id = w.preview(kind, real_file(file));
    const auto before = w.sequence;
    w.act(&apply_import, ApplyImport{}, id);
    const auto slices = w.work();
    EXPECT_EQ(w.sequence, before + 1 + slices) << file;
    EXPECT_EQ(w.import(id).counts.unchanged, w.import(id).counts.rows) << file;
  }
  EXPECT_EQ(w.state().deals.size(), 8800U);
}

TEST(Imports, AreUndoneAsAWhole) {
  auto w = with_real_crm();
  std::map<ImportKind, std::string> ids;
  for (const auto& [id, import] : w.state().imports) ids[import.kind] = id;
  w.act(&undo_import, UndoImport{}, ids[ImportKind::deals]);
  EXPECT_TRUE(w.state().deals.empty());
  EXPECT_EQ(w.import(ids[ImportKind::deals]).status, ImportStatus::undone);
  const auto before = w.sequence;
  w.act(&undo_import, UndoImport{}, ids[ImportKind::deals]);
  EXPECT_EQ(w.sequence, before);

  w.fold(rely_on(w.state(), w.state().ids.at("accounts=isdom"), "request"));
  w.act(&undo_import, UndoImport{}, ids[ImportKind::accounts]);
  EXPECT_EQ(w.state().accounts.size(), 1U);
  EXPECT_EQ(w.import(ids[ImportKind::accounts]).counts.kept, 1U);
}

TEST(Imports, UndoRestoresWhatWasThereBefore) {
  TestWorld w;
  w.bring_in(ImportKind::accounts, "Account ID,Account Name,Industry\n001A,Globex,retail\n001B,Initech,software\n");
  const auto second = w.bring_in(ImportKind::accounts, "Account ID,Account Name,Industry\n001A,Globex Ltd,energy\n").id;
  const auto id = w.state().ids.at("accounts#001A");
  EXPECT_EQ(account(w.state(), id)->industry, "energy");
  EXPECT_EQ(w.state().accounts.size(), 2U);
  w.act(&undo_import, UndoImport{}, second);
  EXPECT_EQ(account(w.state(), id)->industry, "retail");
  EXPECT_EQ(w.state().ids.at("accounts=globex"), id);
  EXPECT_FALSE(w.state().ids.contains("accounts=globex ltd"));
}

TEST(Imports, TakeARepairOnlyWhenItIsANumberThatCanBeReckonedWith) {
  for (const auto& [repair, employees] : {std::pair{"1,200", 1200}, {"1e300", 0}, {"12 apples", 0}}) {
    TestWorld w;
    const auto id = w.preview(ImportKind::accounts, "Account Name,Employees\nGlobex,many\n");
    ASSERT_TRUE(problem(w.import(id), "bad_number", "many"));
    w.act(&apply_import, ApplyImport{{}, {{"bad_number:many", repair}}, false}, id);
    w.work();
    EXPECT_EQ(account(w.state(), w.state().ids.at("accounts=globex"))->employees, employees) << repair;
  }
}

TEST(Imports, KnowSalesforceAndHubSpot) {
  TestWorld w;
  w.bring_in(ImportKind::accounts,
             "Id,Name,ParentId,BillingCountry,Industry,AnnualRevenue,NumberOfEmployees\n"
             "001A0000003kXyZIAU,Globex,,Germany,Energy,5000000,120\n");
  w.bring_in(ImportKind::contacts,
             "Id,AccountId,LastName,FirstName,Email,Title\n003A0000001,001A0000003kXyZIAU,Ek,Ida,ida@globex.test,CIO\n"
             "003A0000002,001UNKNOWN,Lo,Bo,bo@x.test,CEO\n");
  ASSERT_EQ(w.state().contacts.size(), 1U);
  const auto& ida = w.state().contacts.begin()->second;
  EXPECT_EQ(ida.name.words(), "Ida Ek");
  EXPECT_EQ(account(w.state(), ida.account)->name, "Globex");
  EXPECT_EQ(account(w.state(), ida.account)->region, "EMEA");

  w.bring_in(ImportKind::deals,
             "Record ID,Deal Name,Deal Stage,Deal owner,Amount,Close Date,Associated Company\n"
             "77,Pumps,Closed Won,Ann Lee,\"1,200.50\",2026-02-01 10:30,Globex\n");
  const auto& deal = w.state().deals.at(w.state().ids.at("deals#77"));
  EXPECT_EQ(deal.amount, 1201);
  EXPECT_EQ(deal.outcome, Outcome::won);
  EXPECT_EQ(deal.close_on->vj_str(), "2026-02-01");
  EXPECT_EQ(w.state().sellers.size(), 1U);
}

TEST(Imports, KnowSalesforceIdsOfBothLengths) {
  EXPECT_EQ(whole_salesforce_id("0013000000DI5iS"), "0013000000DI5iSAAT");
  EXPECT_EQ(whole_salesforce_id("1C1I7A6R"), "1C1I7A6R");
}

TEST(Imports, RefuseBrokenFilesWithTheLine) {
  TestWorld w;
  EXPECT_EQ(w.refusal(&preview_import, PreviewImport{ImportKind::accounts, {"name\n\"Globex\nInitech\n"}, {}, {}}),
            std::set<std::string>{"broken_quotes"});
  const auto table = read_table("name,city\nGlobex,Rome\nIni\"tech,Bonn\n");
  ASSERT_FALSE(table);
  EXPECT_NE(table.error().reasons.front().message.find("Line 3"), std::string::npos);

  std::string wide = "name";
  for (int i = 0; i < 200; ++i) wide += ",c" + std::to_string(i);
  EXPECT_EQ(w.refusal(&preview_import, PreviewImport{ImportKind::accounts, {wide + "\nx\n"}, {}, {}}),
            std::set<std::string>{"too_many_columns"});
  EXPECT_EQ(read_table("name,name\n\n").error().reasons.size(), 2U);
  EXPECT_EQ(read_table("name\n" + std::string(33'000, 'x') + "\n").error().reasons.front().code, "cell_too_long");
  EXPECT_EQ(w.refusal(&preview_import, PreviewImport{ImportKind::references, {"name\nx\n"}, {}, {}}),
            std::set<std::string>{"not_yet"});
  EXPECT_TRUE(w.state().imports.empty());
}

TEST(Imports, ReadForeignEncodingsAndSeparators) {
  EXPECT_EQ(decoded("name\nM\xFCller\n").value(), "name\nMüller\n");
  EXPECT_EQ(decoded("\xEF\xBB\xBFname\n").value(), "name\n");
  EXPECT_EQ(decoded(std::string("\xFF\xFEn\0\xFC\0", 6)).value(), "nü");
  EXPECT_EQ(decoded(std::string("\xFE\xFF\0n\0\xFC", 6)).value(), "nü");
  EXPECT_EQ(read_table("name;city\n\"A;B\";Rome\n")->rows[0], (std::vector<std::string>{"A;B", "Rome"}));
  EXPECT_EQ(read_table("name\tcity\r\nA\tRome\r\n")->rows[0], (std::vector<std::string>{"A", "Rome"}));
  EXPECT_EQ(CsvText::vj_parse("base64:bmFtZQpN/GxsZXIK")->text, "name\nM\xFCller\n");
  EXPECT_FALSE(CsvText::vj_parse("base64:?"));
}

TEST(Imports, AreNotAppliedOrUndoneTwice) {
  TestWorld w;
  const auto id = w.preview(ImportKind::accounts, "name\nGlobex\n");
  EXPECT_EQ(w.refusal(&undo_import, UndoImport{}, id), std::set<std::string>{"not_applied"});
  w.act(&apply_import, ApplyImport{}, id);
  const auto before = w.sequence;
  w.act(&apply_import, ApplyImport{}, id);
  EXPECT_EQ(w.sequence, before);
  EXPECT_FALSE(can_apply(w.state(), w.context(id)));
  w.act(&undo_import, UndoImport{}, id);
  EXPECT_FALSE(can_undo(w.state(), w.context(id)));
  EXPECT_EQ(w.refusal(&apply_import, ApplyImport{}, id), std::set<std::string>{"undone"});
}

TEST(Imports, SurviveReadingTheirEventsBack) {
  TestWorld w;
  const std::string long_cell(400, 'x');
  const auto id = w.preview(ImportKind::deals, "Id,Account Name,Close Date,Amount,Currency\n1," + long_cell + "," +
                                                   long_cell + "," + long_cell + "," + long_cell + "\n");
  const auto decision = apply_import(w.state(), ApplyImport{}, w.context(id));
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->events.size(), 2U);
  for (const auto& event : decision->events) {
    std::string text;
    event.write(text);
    const auto& ops = event.as<ImportApplied>() ? EventOpsOf<ImportApplied>::ops() : EventOpsOf<Imported<Deal>>::ops();
    EXPECT_NO_THROW(ops.decode(json::parse(text).value())) << text;
  }
}

TEST(Imports, KeepRecordsThatSomebodyChangedSince) {
  TestWorld w;
  const auto id = w.bring_in(ImportKind::accounts, "name\nGlobex\nInitech\n").id;
  AccountFacts facts;
  facts.tier = "gold";
  w.act(&revise_account, facts, w.state().ids.at("accounts=globex"));
  w.act(&undo_import, UndoImport{}, id);
  EXPECT_EQ(w.state().accounts.size(), 1U);
  EXPECT_EQ(w.import(id).counts.kept, 1U);
}

TEST(Imports, NeedAColumnThatNamesTheRecords) {
  TestWorld w;
  const auto id = w.preview(ImportKind::accounts, "Firma,Ort\nGlobex,Rom\n");
  EXPECT_EQ(w.refusal(&apply_import, ApplyImport{}, id), std::set<std::string>{"missing_column"});
  EXPECT_EQ(w.refusal(&apply_import, ApplyImport{{{"Firma", "name"}, {"Ort", "nonsense"}, {"X", ""}}, {}, {}}, id),
            (std::set<std::string>{"unknown_field", "unknown_column"}));
  w.act(&apply_import, ApplyImport{{{"Firma", "name"}}, {}, {}}, id);
  EXPECT_EQ(w.state().accounts.size(), 1U);
  EXPECT_TRUE(w.import(id).csv.words().empty());
}

TEST(Imports, KeepPersonalWordsOutOfProblems) {
  TestWorld w;
  const auto& import = w.import(w.preview(ImportKind::contacts, "Name,Email\nIda Ek,nonsense\n"));
  ASSERT_TRUE(problem(import, "bad_email"));
  EXPECT_EQ(problem(import, "bad_email")->rows, std::vector<std::uint64_t>{2});
}

TEST(Imports, TellMixedDatesApart) {
  TestWorld w;
  const auto& import =
      w.import(w.preview(ImportKind::deals, "Id,Close Date\n1,25-10-16\n2,26-10-16\n3,2016-10-27\n4,soon\n"));
  EXPECT_TRUE(problem(import, "bad_date", "soon"));
  EXPECT_FALSE(problem(import, "bad_date", "2016-10-27"));
}

}  // namespace
}  // namespace vs::directory
