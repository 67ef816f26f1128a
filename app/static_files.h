// The built web app. Files are read once at start; pages get a fresh nonce for their style tags.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "http/message.h"

namespace vs::app {

class StaticFiles {
 public:
  /// Reads every file below `folder`; an absent folder yields a page that says how to build the web app.
  explicit StaticFiles(const std::filesystem::path& folder);
  /// The file of the path, or the app's page for paths that the app itself routes.
  http::Response get(const http::Request&) const;

 private:
  struct File {
    std::string type, etag;
    std::shared_ptr<const std::string> bytes;
  };
  http::Response page() const;
  std::map<std::string, File> files_;
};

}  // namespace vs::app
