#include "features/directory/import_run.h"

#include <sodium.h>

#include <algorithm>

#include "features/directory/facts.h"
#include "features/directory/import_before.h"
#include "features/directory/keys.h"

namespace vs::directory {
namespace {

constexpr std::uint32_t brought_along = 1u << 20;  // beyond all rows

// Ids follow from the import and the row, so that they are the same whenever the file is read again.
Seed seed_of(const std::string& import_id) {
  Seed seed{};
  crypto_generichash(seed.data(), seed.size(), reinterpret_cast<const unsigned char*>(import_id.data()),
                     import_id.size(), nullptr, 0);
  return seed;
}

// Nothing new: the CRM owns these facts already and says the same.
template <class R>
bool unchanged(const R& record, const Draft<R>& draft) {
  if (record.source != "crm" || !differences(record, draft.facts).empty()) return false;
  return std::ranges::all_of(stated(draft.facts), [&](const std::string& name) {
    return draft.derived.contains(name) || record.crm_fields.contains(name);
  });
}

// Reports and tells whether the row names nothing, or the same as an earlier one.
bool to_skip(Reader& read, const Identity& who, std::set<std::string>& seen) {
  const auto key = who.external_id.empty() ? "=" + plain_name(who.name) : "#" + who.external_id;
  if (key.size() == 1)
    read.settle("name", "",
                {"no_name", "These rows are skipped: they do not say what they are about.", Severity::error});
  else if (!seen.insert(key).second)
    read.settle("external_id", "",
                {"repeated_row", "These rows are skipped: an earlier row is about the same.", Severity::error});
  else return false;
  return true;
}

void note_account(Shared& file, const Identity& who, const std::string& id) {
  if (!who.external_id.empty()) file.in_file.try_emplace('#' + who.external_id, id);
  if (!who.name.empty()) file.in_file.try_emplace('=' + plain_name(who.name), id);
  file.names.push_back(who.name);
}

}  // namespace

ImportRun::ImportRun(const State& state, const Import& import, Table table, Choices choices)
    : table_(std::move(table)),
      choices_(std::move(choices)),
      read_(import.kind, table_, choices_),
      seed_(seed_of(import.id)) {
  const Before<Account> before(state, import.accounts);
  before.each([&](const Account& a) {
    shared_.names.push_back(a.name);
    if (import.kind != ImportKind::accounts) return;
    const auto* first = before.record({"", a.name});
    shared_.formerly.try_emplace(plain_name(a.name), first ? first->id : a.id);
  });
  for (const auto& [id, p] : state.products) shared_.product_names.push_back(p.name);
  with_kind(import.kind, [&]<class R>() { identify<R>(state, import); });
}

template <class R>
void ImportRun::identify(const State& state, const Import& import) {
  const Before<R> before(state, records<R>(import));
  std::set<std::string> seen;
  for (std::size_t row = 0; row < rows(); ++row) {
    read_.go_to(row);
    const auto who = identity<R>(read_);
    if (to_skip(read_, who, seen)) {
      ids_.emplace_back();
      continue;
    }
    const auto* known = before.record(who);
    ids_.push_back(known ? known->id : make_id(KindOf<R>::prefix, seed_, std::uint32_t(row)));
    if constexpr (std::same_as<R, Account>) note_account(shared_, who, ids_.back());
  }
}

// The planned id, unless somebody entered the same record since the file was read.
template <class R>
std::string ImportRun::settled_id(const State& state, const Import& import, std::size_t row) {
  if (ids_[row].empty() || records<R>(state).contains(ids_[row])) return ids_[row];
  const auto who = identity<R>(read_);
  const auto* hit = Before<R>(state, Trace<R>{}).record(who);
  const auto& trace = records<R>(import);
  if (!hit || trace.created.contains(hit->id) || trace.before.contains(hit->id)) return ids_[row];
  if constexpr (std::same_as<R, Account>)
    for (const auto& key : {'#' + who.external_id, '=' + plain_name(who.name)})
      if (const auto it = shared_.in_file.find(key); it != shared_.in_file.end() && it->second == ids_[row])
        it->second = hit->id;
  return hit->id;
}

std::string ImportRun::seller_of(std::size_t row) const {
  return make_id(KindOf<Seller>::prefix, seed_, brought_along + std::uint32_t(row));
}

template <class R>
void ImportRun::plan_row(Drafting& d, std::size_t row, Piece& piece) {
  read_.go_to(row);
  const auto id = settled_id<R>(d.state, d.import, row);
  const auto known = records<R>(d.state).find(id);
  const bool fresh = known == records<R>(d.state).end();
  auto drafted = id.empty() ? std::nullopt : draft<R>(d, id, fresh);
  if (!drafted) {
    ++piece.counts.skipped;
  } else if (!fresh && unchanged(known->second, *drafted)) {
    ++piece.counts.unchanged;
  } else {
    piece.events.push_back(Imported<R>{id, d.import.id, std::move(drafted->facts), std::move(drafted->derived)});
    ++(fresh ? piece.counts.created : piece.counts.updated);
  }
}

template <class R>
void ImportRun::plan(Drafting& d, std::size_t from, std::size_t to, Piece& piece) {
  for (auto row = from; row < to; ++row) {
    const auto kept = piece.events.size();
    d.seller = seller_of(row);
    try {
      plan_row<R>(d, row, piece);
    } catch (const std::exception&) {  // one row must not keep the others, or the server, from going on
      piece.events.erase(piece.events.begin() + std::ptrdiff_t(kept), piece.events.end());
      std::erase_if(d.new_sellers, [&](const auto& seller) { return seller.second == d.seller; });
      piece.unusable.push_back(row);
      ++piece.counts.skipped;
    }
  }
}

Piece ImportRun::piece(const State& state, const Import& import, std::size_t from, std::size_t to) {
  Piece piece;
  piece.counts.rows = to - from;
  Drafting d{state, read_, import, shared_, piece.events, {}};
  with_kind(import.kind, [&]<class R>() { plan<R>(d, from, to, piece); });
  return piece;
}

const Account* ImportRun::account_of(const State& state, const std::string& planned_id) {
  const auto it = std::ranges::find(ids_, planned_id);
  if (it == ids_.end()) return nullptr;
  read_.go_to(std::size_t(it - ids_.begin()));
  return Before<Account>(state, Trace<Account>{}).record(identity<Account>(read_));
}

void ImportRun::report_ignored() {
  read_.go_to(0);
  for (const auto& column : table_.columns) {
    const auto it = choices_.mapping.find(column);
    if (it != choices_.mapping.end() && !it->second.empty()) continue;
    read_.settle(column, "",
                 {"ignored_column",
                  repeats_others(column) ? "This column only repeats what the dates say; it is left out."
                                         : "This column is left out: no field is chosen for it.",
                  Severity::note});
  }
}

}  // namespace vs::directory
