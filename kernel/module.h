// What the rest of the house sees of a feature: names and functions, never its types. The registry of all
// modules is the only door: HTTP, OpenAPI, the command line and the role matrix are made from it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/ask.h"
#include "kernel/event.h"
#include "kernel/json_schema.h"
#include "kernel/listing.h"

namespace vs {

/// A way to change something.
/// `POST /{collection}` when `action` is empty, `POST /{collection}/{action}` when `on_item` is false,
/// else `POST /{collection}/{id}/{action}`.
struct Command {
  std::string name;  ///< `authorizations.narrow`: key of the policy table
  std::string collection;
  std::string action;
  bool on_item = false;
  std::string label;  ///< plain verb for a button: "Narrow"
  std::function<Result<Decision>(const World&, const json::Value& body, const Context&)> decide;
  /// Why the action is not possible now; absent means always offered to the roles allowed.
  std::function<Result<void>(const World&, const Context&)> available;
  std::function<json::Value()> input;  ///< JSON Schema of the body
  std::string form = {};               ///< the same as text, kept by the registry: it goes with every item
};

enum class QueryKind { list, item, other };

struct Answer {
  std::string json;
  std::uint64_t version = 0;      ///< of the item; 0 when the answer has none
  std::string content_type = {};  ///< "" for JSON
};

/// A way to look: `GET /{path}`, where `{id}` may stand for an item.
struct Query {
  std::string name;  ///< `authorizations.item`: key of the policy table
  std::string path;  ///< `authorizations/{id}`
  QueryKind kind = QueryKind::other;
  std::string summary;
  std::function<Result<Answer>(const World&, const Ask&)> answer;
  std::function<json::Value()> output = {};  ///< JSON Schema of the answer, of one row for a list; absent: not JSON
};

/// Follows an event of another feature in the same transaction: withdrawal stops cases.
struct Reaction {
  std::string event_type;
  std::function<Events(const World&, const AnyEvent&, const Meta&, const Context&)> react;
};

/// Deeds that time alone brings about (reminders, expiries), done as a watcher.
struct Watcher {
  std::string name;
  std::function<Events(const World&, const Context&)> tick;
};

/// Work too long for one command: one slice goes into every batch beside the commands of others, and a restart
/// takes it up again, because what is left to do follows from the state.
struct Work {
  std::string collection;                                     ///< of the items that it moves on
  std::function<Events(const World&, const Context&)> slice;  ///< the next piece; nothing when all is done
};

struct Module {
  std::string name;
  std::vector<const EventOps*> events;
  std::vector<Command> commands;
  std::vector<Query> queries;
  std::vector<Reaction> reactions;
  std::vector<Watcher> watchers;
  std::vector<Work> works;
};

namespace detail {

template <class A>
using bare = std::remove_cvref_t<A>;

// Calls f(state…, rest…) where the states are found in the world by their types.
template <class R, class... A, std::size_t... I, class... Rest>
R call(R (*f)(A...), const World& world, std::index_sequence<I...>, const Rest&... rest) {
  using T = std::tuple<bare<A>...>;
  return f(world.get<std::tuple_element_t<I, T>>()..., rest...);
}

}  // namespace detail

/// Builds a Module from typed functions. Functions name the states they read as leading parameters,
/// their own first, then lower floors: `Result<Decision> narrow(const State&, const directory::State&,
/// const Narrow&, const Context&)`.
class Feature {
 public:
  explicit Feature(std::string name) { module_.name = std::move(name); }

  /// The file that names its events includes kernel/event_ops.h.
  template <class... E>
  Feature& events() {
    (module_.events.push_back(&EventOpsOf<E>::ops()), ...);
    return *this;
  }

  /// `POST /{collection}`.
  template <class... A>
  Feature& creates(const std::string& collection, std::string label, Result<Decision> (*f)(A...)) {
    return add({.collection = collection, .label = std::move(label)}, f);
  }
  /// `POST /{collection}/{action}`.
  template <class... A>
  Feature& does(const std::string& collection, const std::string& action, std::string label,
                Result<Decision> (*f)(A...)) {
    return add({.collection = collection, .action = action, .label = std::move(label)}, f);
  }
  /// `POST /{collection}/{id}/{action}`; the id is `Context::target`.
  template <class... A>
  Feature& acts(const std::string& collection, const std::string& action, std::string label,
                Result<Decision> (*f)(A...)) {
    return add({.collection = collection, .action = action, .on_item = true, .label = std::move(label)}, f);
  }
  /// Tells whether the last added action is possible now: `Result<void> can(const State&…, const Context&)`.
  template <class... A>
  Feature& when(Result<void> (*f)(A...)) {
    module_.commands.back().available = [f](const World& w, const Context& c) {
      return detail::call(f, w, std::make_index_sequence<sizeof...(A) - 1>{}, c);
    };
    return *this;
  }

  /// `GET /{collection}` over `std::vector<Row> rows(const State&…, const Ask&)`.
  template <class Row, class... A>
  Feature& lists(const std::string& collection, std::vector<Row> (*f)(A...)) {
    return list(
        collection,
        [f](const World& w, const Ask& ask) {
          const auto rows = detail::call(f, w, std::make_index_sequence<sizeof...(A) - 1>{}, ask);
          return list_page(Rows::of(rows), ask);
        },
        &json::schema<Row, json::Way::out>);
  }
  /// The same for a feature whose indices can answer by themselves.
  template <class Row, class... A>
  Feature& lists(const std::string& collection, Found<Row> (*f)(A...)) {
    return list(
        collection,
        [f](const World& w, const Ask& ask) {
          const auto found = detail::call(f, w, std::make_index_sequence<sizeof...(A) - 1>{}, ask);
          return list_page(Rows::of(found.rows), ask, found.total);
        },
        &json::schema<Row, json::Way::out>);
  }
  /// `GET /{collection}/{id}` over `Result<Row> item(const State&…, const Ask&)`; Row has `version`.
  template <class Row, class... A>
  Feature& shows(const std::string& collection, Result<Row> (*f)(A...)) {
    return query(
        {collection + ".item", collection + "/{id}", QueryKind::item, "One of " + collection, typed(f), output<Row>()});
  }
  /// `GET /{path}` over `Result<Row> answer(const State&…, const Ask&)`; `name` keys the policy table.
  template <class Row, class... A>
  Feature& answers(std::string name, std::string path, std::string summary, Result<Row> (*f)(A...)) {
    return query({std::move(name), std::move(path), QueryKind::other, std::move(summary), typed(f), output<Row>()});
  }
  /// Follows events of type E of any feature: `Events f(const State&…, const E&, const Meta&, const Context&)`.
  template <class E, class... A>
  Feature& reacts(Events (*f)(A...)) {
    module_.reactions.push_back(
        {std::string(E::type), [f](const World& w, const AnyEvent& e, const Meta& m, const Context& c) {
           return detail::call(f, w, std::make_index_sequence<sizeof...(A) - 3>{}, *e.as<E>(), m, c);
         }});
    return *this;
  }
  /// `Events tick(const State&…, const Context&)`, called every minute or so; must yield nothing twice.
  template <class... A>
  Feature& watches(std::string name, Events (*f)(A...)) {
    module_.watchers.push_back({std::move(name), [f](const World& w, const Context& c) {
                                  return detail::call(f, w, std::make_index_sequence<sizeof...(A) - 1>{}, c);
                                }});
    return *this;
  }

  /// `Events slice(const State&…, const Context&)`: the next piece of long work, small enough to wait for.
  template <class... A>
  Feature& works(std::string collection, Events (*f)(A...)) {
    module_.works.push_back({std::move(collection), [f](const World& w, const Context& c) {
                               return detail::call(f, w, std::make_index_sequence<sizeof...(A) - 1>{}, c);
                             }});
    return *this;
  }

  operator Module() && { return std::move(module_); }

 private:
  Feature& list(const std::string& collection, std::function<Result<std::string>(const World&, const Ask&)> page,
                json::Value (*output)());
  Feature& query(Query query);
  Feature& command(Command command);
  template <class... A>
  Feature& add(Command entry, Result<Decision> (*f)(A...)) {
    constexpr std::size_t n = sizeof...(A);
    using Input = std::tuple_element_t<n - 2, std::tuple<detail::bare<A>...>>;
    entry.decide = [f](const World& w, const json::Value& body, const Context& c) -> Result<Decision> {
      auto input = json::from_value<Input>(body);
      if (!input) return std::unexpected(input.error());
      return detail::call(f, w, std::make_index_sequence<n - 2>{}, *input, c);
    };
    entry.input = [] { return json::schema<Input>(); };
    return command(std::move(entry));
  }
  template <class Row>
  static std::function<json::Value()> output() {
    if constexpr (std::same_as<Row, Answer>) return {};
    else return &json::schema<Row, json::Way::out>;
  }
  template <class Row, class... A>
  static std::function<Result<Answer>(const World&, const Ask&)> typed(Result<Row> (*f)(A...)) {
    return [f](const World& w, const Ask& ask) -> Result<Answer> {
      auto row = detail::call(f, w, std::make_index_sequence<sizeof...(A) - 1>{}, ask);
      if (!row) return std::unexpected(row.error());
      if constexpr (std::same_as<Row, Answer>) return std::move(*row);
      else {
        Answer answer{json::to_text(*row)};
        if constexpr (requires { row->version; }) answer.version = row->version;
        return answer;
      }
    };
  }

  Module module_;
};

}  // namespace vs
