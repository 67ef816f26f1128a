// What customers ask for about themselves: to have their details corrected, or everything erased (AUT-10). A person
// of the staff carries it out and says so; withdrawing does not wait for that.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::portal {

enum class WishKind { correct, erase };
BOOST_DESCRIBE_ENUM(WishKind, correct, erase)

/// Within so many days a wish is carried out: one month, as the law has it.
inline constexpr int wish_days = 30;

struct Wish {
  std::string id, contact;
  WishKind kind{};
  Personal words;
  Instant stated_at;
  std::optional<Instant> settled_at;
  std::string settled_by;
  Personal answer;
  std::uint64_t version = 0;
};

struct State {
  std::map<std::string, Wish> wishes;
};

// ---- Events: stored for ever.

struct WishStated {
  static constexpr std::string_view type = "wish.stated";
  using Of = State;
  std::string id, contact;
  WishKind kind{};
  Personal words;
};
BOOST_DESCRIBE_STRUCT(WishStated, (), (id, contact, kind, words))

/// Somebody carried it out, or said why not.
struct WishSettled {
  static constexpr std::string_view type = "wish.settled";
  using Of = State;
  std::string id, contact;
  Personal answer;
};
BOOST_DESCRIBE_STRUCT(WishSettled, (), (id, contact, answer))

void on(State&, const WishStated&, const Meta&);
void on(State&, const WishSettled&, const Meta&);

// ---- Commands.

struct StateWish {
  WishKind kind{};
  std::optional<LongText> words;
};
BOOST_DESCRIBE_STRUCT(StateWish, (), (kind, words))

struct SettleWish {
  LongText answer;
};
BOOST_DESCRIBE_STRUCT(SettleWish, (), (answer))

Result<Decision> state_wish(const State&, const directory::State&, const authorizations::State&, const StateWish&,
                            const Context&);
Result<Decision> settle_wish(const State&, const SettleWish&, const Context&);
Result<void> may_settle(const State&, const Context&);

// ---- Views.

struct WishRow {
  std::string id, contact, contact_name, account, account_name;
  WishKind kind{};
  std::string words, status;
  Instant stated_at;
  Date due;
  std::optional<Instant> settled_at;
  std::string settled_by, answer;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(WishRow, (),
                      (id, contact, contact_name, account, account_name, kind, words, status, stated_at, due,
                       settled_at, settled_by, answer, version))

std::vector<WishRow> wish_rows(const State&, const directory::State&, const people::State&, const Ask&);
Result<WishRow> wish_item(const State&, const directory::State&, const people::State&, const Ask&);

}  // namespace vs::portal
