#include "ledger/envelope.h"

#include <boost/json/parse.hpp>

#include "kernel/event.h"

namespace vs::ledger {

std::string encode_envelope(std::string_view workspace, const Meta& meta, std::string_view type,
                            std::string_view data) {
  std::string out;
  out.reserve(data.size() + 260);
  out += "{\"v\":1,\"ws\":";
  json::put_text(out, workspace);
  out += ",\"seq\":" + std::to_string(meta.sequence) + ",\"at\":" + std::to_string(meta.at.us) + ",\"actor\":";
  json::write(out, meta.actor);
  out += ",\"cmd\":";
  json::put_text(out, meta.command);
  out += ",\"cause\":" + std::to_string(meta.cause) + ",\"type\":";
  json::put_text(out, type);
  out += ",\"data\":";
  out += data;
  out += '}';
  return out;
}

Envelope decode_envelope(std::string_view bytes, boost::json::storage_ptr storage) {
  try {
    json::Value v = boost::json::parse(bytes, std::move(storage));
    auto& o = v.as_object();
    if (o.at("v").to_number<int>() != 1) throw UnreadableEvent("unknown envelope version");
    if (o.size() != 9) throw UnreadableEvent("an envelope with members that are not known");
    Envelope e;
    e.workspace = o.at("ws").as_string();
    e.meta.sequence = o.at("seq").to_number<std::uint64_t>();
    e.meta.at = {o.at("at").to_number<std::int64_t>()};
    const auto actor = json::from_value<Actor>(o.at("actor"));
    if (!actor) throw UnreadableEvent("unreadable actor");
    e.meta.actor = *actor;
    e.meta.command = o.at("cmd").as_string();
    e.meta.cause = o.at("cause").to_number<std::uint64_t>();
    e.type = o.at("type").as_string();
    e.data = std::move(o.at("data"));
    return e;
  } catch (const UnreadableEvent&) {
    throw;
  } catch (const std::exception& error) {  // the JSON library's: malformed, wrong type, absent member
    throw UnreadableEvent(std::string("unreadable envelope: ") + error.what());
  }
}

}  // namespace vs::ledger
