// A PostgreSQL of the test's own: in a folder of its own, behind a socket there, stopped and gone with the process.
#pragma once

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>

#include "ledger/postgres/connection.h"

namespace vs::ledger {

class PrivatePostgres {
 public:
  /// The one of this process, started when first asked for.
  static PrivatePostgres& get() {
    static PrivatePostgres one;
    return one;
  }

  /// The address of a database that nobody used before.
  std::string fresh() {
    static std::atomic<int> made{0};
    const std::string name = "t" + std::to_string(++made);
    postgres::Connection(url("postgres"), "SELECT 1").script("CREATE DATABASE " + name);
    return url(name);
  }

  /// The files of a database, as they are once everything is written; not the log.
  std::filesystem::path files(const std::string& address) const {
    postgres::Connection db(address, "CHECKPOINT");
    const auto number = db.run("SELECT oid::bigint FROM pg_database WHERE datname = current_database()").integer(0, 0);
    return folder_ / "data" / "base" / std::to_string(number);
  }

  std::string url(const std::string& database) const {
    return "postgresql:///" + database + "?host=" + folder_.string() + "&user=vouchsafe";
  }

 private:
  PrivatePostgres() {
    std::filesystem::create_directories(folder_);
    if (geteuid() == 0) run("chown nobody " + folder_.string());
    as_nobody("initdb -D " + data() + " -U vouchsafe -A trust -E UTF8 --data-checksums --no-sync");
    as_nobody("pg_ctl -w -D " + data() + " -l " + (folder_ / "log").string() + " -o \"-k " + folder_.string() +
              " -c listen_addresses=''\" start");
  }
  ~PrivatePostgres() {
    if (std::system(command("pg_ctl -D " + data() + " -m immediate stop").c_str()) != 0)
      std::fprintf(stderr, "a PostgreSQL of the tests did not stop\n");
    std::filesystem::remove_all(folder_);
  }

  std::string data() const { return (folder_ / "data").string(); }
  // PostgreSQL refuses to run as root.
  static std::string command(const std::string& line) {
    for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql"))
      if (std::filesystem::exists(version.path() / "bin" / "initdb"))
        return std::string(geteuid() == 0 ? "runuser -u nobody -- " : "") + (version.path() / "bin").string() + "/" +
               line + " >/dev/null 2>&1 </dev/null";
    throw std::runtime_error("PostgreSQL is not installed: bin/packages-check.txt names it");
  }
  static void as_nobody(const std::string& line) { run("cd / && " + command(line)); }
  static void run(const std::string& line) {
    if (std::system(line.c_str()) != 0) throw std::runtime_error("failed: " + line);
  }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("vs-pg-" + std::to_string(std::random_device{}()));
};

}  // namespace vs::ledger
