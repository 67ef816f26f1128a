// A file made ready to be imported: read once, its rows told apart, then planned row by row.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "features/directory/import_drafts.h"

namespace vs::directory {

/// What some rows would do.
struct Piece {
  Events events;
  Counts counts;                        ///< `rows` are those of the piece
  std::vector<std::uint64_t> unusable;  ///< rows that could not be planned, counted from 0
};

/// Follows from the import, its file and the records as they were before it; so it may be made anew at any row.
class ImportRun {
 public:
  ImportRun(const State&, const Import&, Table, Choices);
  ImportRun(const ImportRun&) = delete;
  ImportRun& operator=(const ImportRun&) = delete;

  const Table& table() const { return table_; }
  std::size_t rows() const { return table_.rows.size(); }
  /// Plans the rows from one to before another.
  Piece piece(const State&, const Import&, std::size_t from, std::size_t to);
  /// The account that now is what a row meant to become, or null.
  const Account* account_of(const State&, const std::string& planned_id);
  /// Reports columns that are left out.
  void report_ignored();
  /// What was found in the rows so far, and the repairs made.
  const Reader& findings() const { return read_; }

 private:
  template <class R>
  void identify(const State&, const Import&);
  template <class R>
  void plan(Drafting&, std::size_t from, std::size_t to, Piece&);
  template <class R>
  void plan_row(Drafting&, std::size_t row, Piece&);
  template <class R>
  std::string settled_id(const State&, const Import&, std::size_t row);
  std::string seller_of(std::size_t row) const;

  Table table_;
  Choices choices_;
  Reader read_;
  Seed seed_;
  Shared shared_;
  std::vector<std::string> ids_;  ///< the record of each row, new ids included; "" for rows to skip
};

/// Calls `f.template operator()<Record>()` for the kind of record that the import is about.
template <class F>
void with_kind(ImportKind kind, const F& f) {
  switch (kind) {
    case ImportKind::accounts: return f.template operator()<Account>();
    case ImportKind::contacts: return f.template operator()<Contact>();
    case ImportKind::deals: return f.template operator()<Deal>();
    case ImportKind::products: return f.template operator()<Product>();
    case ImportKind::sellers: return f.template operator()<Seller>();
    case ImportKind::references: return;
  }
}

}  // namespace vs::directory
