#include "app/static_files.h"

#include <sodium.h>

#include <fstream>
#include <sstream>

#include "ledger/merkle.h"

namespace vs::app {
namespace {

const char* type_of(const std::string& extension) {
  static const std::map<std::string, const char*> types{{".html", "text/html; charset=utf-8"},
                                                        {".js", "text/javascript; charset=utf-8"},
                                                        {".css", "text/css; charset=utf-8"},
                                                        {".svg", "image/svg+xml"},
                                                        {".png", "image/png"},
                                                        {".woff2", "font/woff2"},
                                                        {".json", "application/json"},
                                                        {".webmanifest", "application/manifest+json"},
                                                        {".txt", "text/plain; charset=utf-8"}};
  const auto it = types.find(extension);
  return it == types.end() ? "application/octet-stream" : it->second;
}

std::string nonce() {
  unsigned char bytes[16];
  randombytes_buf(bytes, sizeof bytes);
  char text[40];
  sodium_bin2base64(text, sizeof text, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text;
}

void replace_all(std::string& text, std::string_view what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) return;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    File file{type_of(entry.path().extension()), "", std::make_shared<const std::string>(std::move(bytes).str())};
    file.etag = '"' + ledger::hex(ledger::leaf_hash({}, *file.bytes)).substr(0, 20) + '"';
    files_['/' + std::filesystem::relative(entry.path(), folder).generic_string()] = std::move(file);
  }
}

http::Response StaticFiles::page() const {
  http::Response out;
  out.content_type = "text/html; charset=utf-8";
  const auto it = files_.find("/index.html");
  out.body = it == files_.end()
                 ? "<!doctype html><title>Vouchsafe</title><p>The web app is not built yet: run <code>bin/build</code>."
                 : *it->second.bytes;
  const std::string once = nonce();
  replace_all(out.body, "__CSP_NONCE__", once);
  // The component library sets style attributes and one style tag; scripts are files of ours only.
  out.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + once +
          "'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
          "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  return out;
}

http::Response StaticFiles::get(const http::Request& request) const {
  const auto it = files_.find(request.path);
  if (it == files_.end() || request.path == "/index.html") {
    const auto last = request.path.substr(request.path.rfind('/') + 1);
    if (last.find('.') == std::string::npos || request.path == "/index.html") return page();
    http::Response missing;
    missing.status = 404;
    missing.content_type = "text/plain; charset=utf-8";
    missing.body = "There is no such file.\n";
    return missing;
  }
  const auto& file = it->second;
  http::Response out;
  out.content_type = file.type;
  out.headers.emplace_back("ETag", file.etag);
  const bool hashed = request.path.starts_with("/assets/");  // their names change with their content
  out.headers.emplace_back("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
  if (request.header("if-none-match") == file.etag) out.status = 304;
  else out.kept = file.bytes;
  return out;
}

}  // namespace vs::app
