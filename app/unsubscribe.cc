#include "app/unsubscribe.h"

#include <sodium.h>
#include <kainjow/mustache.hpp>

#include <fstream>

#include "app/house.h"
#include "features/mail/templates.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view prefix = "/unsubscribe/";

constexpr const char* page = R"(<!doctype html>
<html lang="{{language}}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>{{title}}</title><style>
:root{color-scheme:light dark}
body{font:17px/1.5 system-ui,sans-serif;max-width:32rem;margin:12vh auto;padding:0 1.25rem}
h1{font-size:1.4rem}button{font:inherit;font-weight:600;min-height:48px;padding:0 1.25rem;border:0;border-radius:8px;
background:#1f5f8b;color:#fff}</style></head><body><main><h1>{{title}}</h1><p>{{words}}</p>
{{#button}}<form method="post"><button>{{button}}</button></form>{{/button}}</main></body></html>)";

std::string base64(const std::string& bytes, int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING) {
  std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    variant);
  out.pop_back();
  return out;
}

// Only the style of the page above applies, by its digest.
std::string policy() {
  const std::string_view all = page;
  const auto from = all.find("<style>") + 7;
  const auto style = all.substr(from, all.find("</style>") - from);
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                     reinterpret_cast<const unsigned char*>(style.data()), style.size());
  return "default-src 'none'; style-src 'sha256-" + base64(digest, sodium_base64_VARIANT_ORIGINAL) +
         "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
}

// Letters that are out carry seals of the key that was then in a file.
std::string key_of(House& house, const fs::path& file) {
  std::string key(crypto_auth_KEYBYTES, '\0');
  if (std::ifstream in(file, std::ios::binary); in.read(key.data(), std::streamsize(key.size()))) return key;
  const auto& made = house.keys().durable("", "unsubscribe");
  return {made.bytes.begin(), made.bytes.end()};
}

http::Response shown(const std::string& language, const std::string& words, bool button, int status = 200) {
  kainjow::mustache::data data;
  data.set("language", mail::nearest_language(language));
  data.set("title", mail::phrase("unsubscribe_title", language));
  data.set("words", mail::phrase(words, language));
  if (button) data.set("button", mail::phrase("unsubscribe_button", language));
  http::Response out;
  out.status = status;
  out.content_type = "text/html; charset=utf-8";
  out.body = kainjow::mustache::mustache(page).render(data);
  out.headers.emplace_back("Content-Security-Policy", policy());
  return out;
}

}  // namespace

Unsubscribing::Unsubscribing(House& house, const fs::path& data)
    : house_(house), key_(key_of(house, data / "keys" / "unsubscribe")) {}

std::string Unsubscribing::seal(const std::string& workspace, const std::string& contact) const {
  const auto words = workspace + "\n" + contact;
  std::string mac(crypto_auth_BYTES, '\0');
  crypto_auth(reinterpret_cast<unsigned char*>(mac.data()), reinterpret_cast<const unsigned char*>(words.data()),
              words.size(), reinterpret_cast<const unsigned char*>(key_.data()));
  return base64(mac);
}

std::string Unsubscribing::address(const std::string& public_url, const std::string& workspace,
                                   const std::string& contact, const std::string& language) const {
  return public_url + std::string(prefix) + workspace + "/" + contact + "/" + seal(workspace, contact) +
         "?l=" + language;
}

bool Unsubscribing::takes(const http::Request& request) {
  return request.path.starts_with(prefix);
}

std::optional<Unsubscribing::Whom> Unsubscribing::whom(const std::string& path) const {
  const auto rest = path.substr(prefix.size());
  const auto first = rest.find('/'), second = rest.find('/', first + 1);
  if (first == std::string::npos || second == std::string::npos) return {};
  Whom found{rest.substr(0, first), rest.substr(first + 1, second - first - 1)};
  const auto given = rest.substr(second + 1), right = seal(found.workspace, found.contact);
  if (given.size() != right.size() || sodium_memcmp(given.data(), right.data(), right.size()) != 0) return {};
  return found;
}

void Unsubscribing::handle(http::Request&& request, http::Respond respond) const {
  const auto language = request.query.contains("l") ? request.query.at("l") : "en";
  const auto found = whom(request.path);
  if (!found) return respond(shown(language, "unsubscribe_unknown", false, 404));
  if (request.method != "POST") return respond(shown(language, "unsubscribe_question", true));
  engine::Submission s;
  s.workspace = found->workspace;
  s.command = house_.registry().command("mails", "unsubscribe", false);
  s.actor = {ActorKind::contact, found->contact, ""};
  s.trusted = true;  // the seal shows that we gave this link to them
  s.body = json::Object{{"contact", found->contact}};
  s.done = [respond, language](engine::Outcome&& outcome) {
    respond(outcome.answer ? shown(language, "unsubscribe_done", false)
                           : shown(language, "unsubscribe_later", false, 503));
  };
  house_.engine().submit(std::move(s));
}

}  // namespace vs::app
