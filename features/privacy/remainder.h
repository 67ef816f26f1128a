// What proves a permission once given, for as long as a claim may be pending: no more than that.
#pragma once

#include "features/privacy/privacy.h"

namespace vs::privacy {

struct KeptGrant {
  std::string use_type;
  std::vector<std::string> channels;
  Date from, until;
};
BOOST_DESCRIBE_STRUCT(KeptGrant, (), (use_type, channels, from, until))

struct KeptPermission {
  std::string number, how, signer, wording, status;
  std::optional<Instant> given_at;
  std::vector<KeptGrant> grants;
};
BOOST_DESCRIBE_STRUCT(KeptPermission, (), (number, how, signer, wording, status, given_at, grants))

struct KeptRecord {
  std::string subject, name, email, account;
  std::vector<KeptPermission> permissions;
};
BOOST_DESCRIBE_STRUCT(KeptRecord, (), (subject, name, email, account, permissions))

/// The record as JSON text, to be sealed before the person is erased.
std::string kept_record(const directory::State&, const authorizations::State&, const std::string& contact, Date today);

}  // namespace vs::privacy
