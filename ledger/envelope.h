// The stored form of an event: one line of canonical JSON. The Merkle leaf covers exactly these bytes,
// never a re-encoding.
//
//   {"v":1,"ws":"…","seq":7,"at":<µs>,"actor":{…},"cmd":"cmd_…","cause":0,"type":"…","data":{…}}
#pragma once

#include <string>
#include <string_view>

#include "kernel/context.h"
#include "kernel/json.h"

namespace vs::ledger {

/// `data` is the event's own JSON.
std::string encode_envelope(std::string_view workspace, const Meta&, std::string_view type, std::string_view data);

struct Envelope {
  std::string workspace;
  Meta meta;
  std::string type;
  json::Value data;
};

/// Reads stored bytes; throws UnreadableEvent for anything that was not written by `encode_envelope`.
/// `data` lives in `storage` (the heap by default) and must not outlive it.
Envelope decode_envelope(std::string_view bytes, boost::json::storage_ptr storage = {});

}  // namespace vs::ledger
