// When a permission ends, everything that was published under it is looked at in the same transaction.
#include "features/takedowns/takedowns_decide.h"

#include <algorithm>

namespace vs::takedowns {
namespace {

using authorizations::UseMade;

// One task for one use; a new one only when an earlier one ended in a new permission.
bool raised_before(const State& state, const std::string& authorization, const UseMade& use) {
  const auto it = state.by_authorization.find(authorization);
  if (it == state.by_authorization.end()) return false;
  return std::ranges::any_of(it->second, [&](const std::string& id) {
    const auto& t = state.takedowns.at(id);
    const bool again = t.status == Status::closed && t.how == How::permitted_again;
    return !again && t.use.request == use.request && t.use.use_type == use.use_type && t.use.channel == use.channel;
  });
}

// A no may concern what was used under another record of the same customer.
Events raise_for(const State& state, const directory::State& directory, const policies::State& policies,
                 const authorizations::State& auths, const std::string& contact, Cause cause, const Context& ctx) {
  const auto ids = auths.by_contact.find(contact);
  if (ids == auths.by_contact.end()) return {};
  const auto due = ctx.today().plus_days(policies::in_force(policies).takedown_days);
  Events out;
  for (const auto& id : ids->second) {
    const auto& a = *authorizations::find(auths, id);
    for (const auto& use : authorizations::no_longer_covered(auths, directory, id, ctx.today())) {
      if (!leaves_something(use.use_type) || raised_before(state, id, use)) continue;
      const auto number = "TD-" + std::to_string(state.last_number + out.size() + 1);
      out.push_back(Raised{ctx.id("tkd"), number, id, a.contact, a.account, use, cause,
                           policies::channel_owner(policies, use.channel), due});
    }
  }
  return out;
}

}  // namespace

Events on_withdrawn(const State& s, const directory::State& dir, const policies::State& pol,
                    const authorizations::State& auths, const authorizations::Withdrawn& e, const Meta&,
                    const Context& ctx) {
  return raise_for(s, dir, pol, auths, e.contact, Cause::withdrawn, ctx);
}

Events on_narrowed(const State& s, const directory::State& dir, const policies::State& pol,
                   const authorizations::State& auths, const authorizations::Narrowed& e, const Meta&,
                   const Context& ctx) {
  return raise_for(s, dir, pol, auths, e.contact, Cause::narrowed, ctx);
}

Events on_lapsed(const State& s, const directory::State& dir, const policies::State& pol,
                 const authorizations::State& auths, const authorizations::Lapsed& e, const Meta&, const Context& ctx) {
  return raise_for(s, dir, pol, auths, e.contact, Cause::lapsed, ctx);
}

Events on_conditions_reviewed(const State& s, const directory::State& dir, const policies::State& pol,
                              const authorizations::State& auths, const authorizations::ConditionsReviewed& e,
                              const Meta&, const Context& ctx) {
  return raise_for(s, dir, pol, auths, e.contact, Cause::conditions_refused, ctx);
}

Events tell_owner(const State&, const people::State& people, const policies::State&, const mail::State& mail,
                  const Raised& e, const Meta&, const Context& ctx) {
  Events out;
  for (const auto& person : policies::people_for(people, e.owner)) {
    const auto& l = authorizations::delivered_lexicon(people::language_of(people, person));
    mail::Notice notice{person, e.id, e.number, "takedown_" + std::string(name_of(e.cause)), {}, ""};
    notice.values = {{"use", authorizations::use_title(l, e.use.use_type)},
                     {"channel", authorizations::channel_words(l, e.use.channel)},
                     {"until", authorizations::date_words(l, e.due)}};
    append(out, mail::tell(mail, people, notice, ctx));
  }
  return out;
}

}  // namespace vs::takedowns
