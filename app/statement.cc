#include "app/statement.h"

#include <sodium.h>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace vs::app {

std::string canonical(const json::Value& value) {
  if (const auto* list = value.if_array()) {
    std::string out = "[";
    for (const auto& each : *list) out += (out.size() > 1 ? "," : "") + canonical(each);
    return out + "]";
  }
  const auto* object = value.if_object();
  if (!object) return boost::json::serialize(value);
  std::vector<std::string_view> names;
  for (const auto& member : *object) names.push_back(member.key());
  std::ranges::sort(names);
  std::string out = "{";
  for (const auto name : names)
    out += (out.size() > 1 ? "," : "") + boost::json::serialize(boost::json::string(name)) + ":" +
           canonical(object->at(name));
  return out + "}";
}

std::string digest64(std::string_view bytes) {
  ledger::Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return ledger::base64(hash);
}

std::string statement_of(const ledger::Checkpoint& checkpoint, const json::Value& document) {
  return checkpoint.origin + "\ndocument sha256 " + digest64(canonical(document)) + "\ncheckpoint " +
         std::to_string(checkpoint.size) + '\n';
}

}  // namespace vs::app
