// The link by which a customer says that they want no more requests by mail (RFC 8058): one press, no sign-in. The
// link proves itself by a seal, so nothing about it is stored.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "http/message.h"

namespace vs::app {

class House;

class Unsubscribing {
 public:
  /// The key for the seals is one of the vault's, so that every node has it; a file of an earlier version goes first.
  Unsubscribing(House&, const std::filesystem::path& data);

  /// The address for one customer of one workspace.
  std::string address(const std::string& public_url, const std::string& workspace, const std::string& contact,
                      const std::string& language) const;
  /// Whether the request is for this page.
  static bool takes(const http::Request&);
  /// GET shows one button and changes nothing; POST unsubscribes.
  void handle(http::Request&&, http::Respond) const;

 private:
  struct Whom {
    std::string workspace, contact;
  };
  std::string seal(const std::string& workspace, const std::string& contact) const;
  std::optional<Whom> whom(const std::string& path) const;

  House& house_;
  std::string key_;
};

}  // namespace vs::app
