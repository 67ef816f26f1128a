#include "features/privacy/remainder.h"

#include "kernel/json.h"

namespace vs::privacy {
namespace {

KeptPermission kept(const authorizations::Authorization& a, Date today) {
  KeptPermission out;
  out.number = a.number, out.how = name_of(a.how), out.signer = a.signer.words();
  if (a.wording) out.wording = a.wording->words();
  out.status = name_of(authorizations::status_of(a, today, 0));
  if (a.given) out.given_at = a.recorded_at;
  for (const auto& grant : a.grants) {
    KeptGrant g{std::string(name_of(grant.use_type)), {}, grant.from, grant.until};
    for (const auto channel : grant.channels) g.channels.emplace_back(name_of(channel));
    out.grants.push_back(std::move(g));
  }
  return out;
}

}  // namespace

std::string kept_record(const directory::State& directory, const authorizations::State& permissions,
                        const std::string& contact, Date today) {
  KeptRecord record;
  record.subject = contact;
  if (const auto* c = directory::contact(directory, contact))
    record.name = c->name.words(), record.email = c->email.words(), record.account = c->account;
  if (const auto it = permissions.by_contact.find(contact); it != permissions.by_contact.end())
    for (const auto& id : it->second) record.permissions.push_back(kept(*authorizations::find(permissions, id), today));
  return json::to_text(record);
}

}  // namespace vs::privacy
