// What goes over the wire: forms in, pages out.
#include <sodium.h>
#include <boost/url.hpp>

#include "app/portal_call.h"
#include "kernel/text.h"
#include "ledger/merkle.h"

namespace vs::app::portal_wire {
namespace {

constexpr std::size_t form_bytes_most = 64 * 1024, fields_most = 500;
constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'";

std::string digest(const std::string& text) {
  ledger::Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  return ledger::hex(hash);
}

std::optional<Sent> with_files(const std::string& type, const std::string& body) {
  auto parts = read_multipart(type, body);
  if (!parts) return {};
  Sent sent;
  for (auto& [name, value] : parts->fields) {
    if (!valid_utf8(value) || value.size() > form_bytes_most) return {};
    sent.form.fields.emplace(name, std::move(value));
  }
  sent.files = std::move(parts->files);
  return sent;
}

}  // namespace

std::optional<Sent> sent_by(const http::Request& request) {
  const auto type = request.header("content-type");
  if (type.starts_with("multipart/form-data")) return with_files(type, request.body);
  if (!type.starts_with("application/x-www-form-urlencoded") || request.body.size() > form_bytes_most) return {};
  const auto pairs = boost::urls::parse_query(request.body);
  if (!pairs || pairs->size() > fields_most) return {};
  boost::urls::encoding_opts plus;
  plus.space_as_plus = true;
  Sent sent;
  for (const auto& pair : *pairs) {
    auto value = pair.value.decode(plus);
    if (!valid_utf8(value)) return {};
    sent.form.fields.emplace(pair.key.decode(plus), std::move(value));
  }
  return sent;
}

std::string secret_of(const std::string& pasted) {
  const auto hash = pasted.rfind('#');
  std::string secret = hash == std::string::npos ? pasted : pasted.substr(hash + 1);
  std::erase_if(secret, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  return secret;
}

// A page without referrer sends "null" as its origin; the form key and the strict cookie guard what then remains.
bool from_another_site(const http::Request& request) {
  const auto site = request.header("sec-fetch-site");
  if (!site.empty()) return site != "same-origin";
  const auto origin = request.header("origin");
  if (origin.empty() || origin == "null") return false;
  const auto at = origin.find("://");
  return at == std::string::npos || origin.substr(at + 3) != request.header("host");
}

http::Response response(portal::Page page) {
  http::Response out;
  out.status = page.status;
  out.content_type = page.type;
  out.body = std::move(page.html);
  out.headers.emplace_back("Content-Security-Policy", policy);
  out.headers.emplace_back("Cache-Control", "no-store");
  if (!page.file.empty()) out.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + page.file + "\"");
  return out;
}

http::Response see(const std::string& address) {
  http::Response out;
  out.status = 303;
  out.content_type = "text/plain; charset=utf-8";
  out.headers.emplace_back("Location", address);
  out.headers.emplace_back("Cache-Control", "no-store");
  return out;
}

std::string once_of(const std::string& session_secret) {
  return digest("form of " + session_secret).substr(0, 32);
}

std::string key_of(const std::string& session, const std::string& path, const portal::Form& form) {
  std::string text = session + '\n' + path;
  for (const auto& [name, value] : form.fields) text += '\n' + name + '\n' + std::to_string(value.size()) + value;
  return "portal:" + digest(text).substr(0, 40);
}

}  // namespace vs::app::portal_wire
