#include "app/saved_views.h"

#include <algorithm>
#include <boost/url.hpp>
#include <mutex>

#include "app/secrets.h"

namespace vs::app {
namespace {

constexpr std::size_t views_most = 50, name_longest = 80, query_longest = 2'000, screen_longest = 40;

// With a slash: no address of the settings' own route can name it.
std::string key_of(const std::string& workspace) {
  return "saved_views/" + workspace;
}

std::size_t letters(std::string_view utf8) {
  return std::size_t(
      std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool word(const std::string& text) {
  return !text.empty() && text.size() <= screen_longest &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '-'; });
}

void expect_name(Reasons& reasons, const std::vector<SavedView>& all, const std::string& screen,
                 const std::string& name, const std::string& but = {}) {
  reasons.expect(!name.empty(), "view.no_name", "name", "Give the view a name.");
  reasons.expect(letters(name) <= name_longest, "view.long_name", "name", "A view's name has at most 80 letters.");
  const bool taken =
      std::ranges::any_of(all, [&](const SavedView& v) { return v.screen == screen && v.name == name && v.id != but; });
  reasons.expect(!taken, "view.name_taken", "name", "You have a view of this name here already.",
                 "Choose another name, or remove the old view.");
}

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "You have no such view.");
}

// Whoever changes the list of somebody has read it before; also the eraser.
std::mutex one_at_a_time;

std::vector<SavedView> kept(ledger::Store& store, const std::string& workspace, const std::string& person) {
  const auto text = store.setting(person, key_of(workspace));
  if (!text) return {};
  const auto value = json::parse(*text);
  auto all = value ? json::from_value<std::vector<SavedView>>(*value) : Result<std::vector<SavedView>>{};
  return all ? std::move(*all) : std::vector<SavedView>{};
}

void keep(ledger::Store& store, const std::string& workspace, const std::string& person, std::vector<SavedView> all) {
  for (std::size_t i = 0; i < all.size(); ++i) all[i].position = int(i) + 1;
  store.put_setting(person, key_of(workspace), json::to_text(all));
}

constexpr std::string_view view_prefix = "view:";

bool names_them(const SavedView& view, const std::function<bool(const std::string&)>& names) {
  if (names(view.name)) return true;
  const auto pairs = boost::urls::parse_query(view.query.text);
  if (!pairs) return names(view.query.text);
  boost::urls::encoding_opts plus;
  plus.space_as_plus = true;
  for (const auto& pair : *pairs)
    if (names(pair.value.decode(plus))) return true;
  return false;
}

}  // namespace

std::vector<SavedView> SavedViews::read(const std::string& workspace, const std::string& person) {
  return kept(store_, workspace, person);
}

void SavedViews::write(const std::string& workspace, const std::string& person, std::vector<SavedView> all) {
  keep(store_, workspace, person, std::move(all));
}

std::vector<SavedView> SavedViews::of(const std::string& workspace, const std::string& person,
                                      const std::string& screen) {
  auto all = read(workspace, person);
  if (!screen.empty()) std::erase_if(all, [&](const SavedView& v) { return v.screen != screen; });
  return all;
}

Result<SavedView> SavedViews::save(const std::string& workspace, const std::string& person, const SaveView& wish) {
  std::lock_guard lock(one_at_a_time);
  auto all = read(workspace, person);
  for (const auto& v : all)
    if (v.screen == wish.screen && v.name == wish.name && v.query == wish.query) return v;
  Reasons reasons;
  reasons.expect(word(wish.screen), "view.no_screen", "screen", "Say which list the view is of.");
  expect_name(reasons, all, wish.screen, wish.name);
  reasons.expect(wish.query.text.size() <= query_longest, "view.long_query", "query",
                 "These filters are too long to keep.", "Take some of them away.");
  reasons.expect(all.size() < views_most, "view.too_many", "", "You have fifty views, and that is the most.",
                 "Remove one that you do not need.");
  if (!reasons.empty()) return reasons.refuse();
  all.push_back({"vw_" + random_text(20), wish.screen, wish.name, wish.query, int(all.size()) + 1});
  write(workspace, person, all);
  return all.back();
}

Result<SavedView> SavedViews::rename(const std::string& workspace, const std::string& person, const std::string& id,
                                     const RenameView& wish) {
  std::lock_guard lock(one_at_a_time);
  auto all = read(workspace, person);
  const auto it = std::ranges::find(all, id, &SavedView::id);
  if (it == all.end()) return unknown();
  Reasons reasons;
  expect_name(reasons, all, it->screen, wish.name, id);
  if (!reasons.empty()) return reasons.refuse();
  it->name = wish.name;
  write(workspace, person, all);
  return *it;
}

Result<SavedView> SavedViews::remove(const std::string& workspace, const std::string& person, const std::string& id) {
  std::lock_guard lock(one_at_a_time);
  auto all = read(workspace, person);
  const auto it = std::ranges::find(all, id, &SavedView::id);
  if (it == all.end()) return unknown();
  auto removed = *it;
  all.erase(it);
  write(workspace, person, std::move(all));
  return removed;
}

std::vector<std::string> views_naming(ledger::Store& store, const std::string& workspace,
                                      const std::vector<std::string>& people,
                                      const std::function<bool(const std::string&)>& names) {
  std::vector<std::string> out;
  for (const auto& person : people)
    for (const auto& view : kept(store, workspace, person))
      if (names_them(view, names)) out.push_back(std::string(view_prefix) + person + '/' + view.id);
  return out;
}

void forget_view(ledger::Store& store, const std::string& workspace, const std::string& view) {
  const auto slash = view.find('/');
  if (!view.starts_with(view_prefix) || slash == std::string::npos) return;
  const auto person = view.substr(view_prefix.size(), slash - view_prefix.size()), id = view.substr(slash + 1);
  std::lock_guard lock(one_at_a_time);
  auto all = kept(store, workspace, person);
  if (std::erase_if(all, [&](const SavedView& each) { return each.id == id; }))
    keep(store, workspace, person, std::move(all));
}

}  // namespace vs::app
