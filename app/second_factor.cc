#include "app/second_factor.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "app/secrets.h"
#include "kernel/json.h"
#include "ledger/note.h"
#include "ledger/vault.h"

namespace vs::app {

struct SecondFactors::Row {
  std::string secret;  ///< sealed, base64
  bool confirmed = false;
  std::uint64_t last_step = 0;              ///< of the last code that was taken
  std::vector<std::string> recovery_codes;  ///< digests of those not used yet
  BOOST_DESCRIBE_CLASS(Row, (), (secret, confirmed, last_step, recovery_codes), (), ())
};

namespace {

constexpr const char *setting = second_factor_setting, *shelf = second_factor_shelf, *reference = "totp";
constexpr std::size_t secret_bytes = 20, recovery_codes_many = 10, recovery_code_letters = 24;
constexpr unsigned step_seconds = 30;
constexpr std::size_t window = 1;  // clocks of phones are a little wrong

std::string base32(const std::string& bytes) {
  char* text = nullptr;
  std::size_t size = 0;
  if (oath_base32_encode(bytes.data(), bytes.size(), &text, &size) != OATH_OK) throw std::bad_alloc();
  const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
  return {text, size};
}

// As people type them: spaces and dashes between groups, capitals.
std::string bare(const std::string& code) {
  std::string out;
  for (const char c : code) {
    if (c == ' ' || c == '-') continue;
    out += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
  }
  return out;
}

std::string in_groups(const std::string& code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); i += 6) out += (i ? "-" : "") + code.substr(i, 6);
  return out;
}

bool is_digits(const std::string& code) {
  return code.size() == 6 && code.find_first_not_of("0123456789") == std::string::npos;
}

std::string percent(const std::string& text) {
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || c == '@' || c == '.' || c == '-' || c == '_') out += c;
    else out += {'%', hex[byte >> 4], hex[byte & 15]};
  }
  return out;
}

}  // namespace

SecondFactors::SecondFactors(ledger::Store& store, ledger::Keys& keys, Clock clock)
    : store_(store), keys_(keys), clock_(std::move(clock)) {
  if (oath_init() != OATH_OK) throw ledger::StoreFailure("the library for codes does not start");
}

std::optional<SecondFactors::Row> SecondFactors::row_in(const std::string& text) {
  const auto value = json::parse(text);
  if (!value || !value->is_object()) return {};
  auto row = json::from_value<Row>(*value);
  return row ? std::optional(std::move(*row)) : std::nullopt;
}

std::optional<SecondFactors::Row> SecondFactors::row_of(const std::string& person) {
  const auto text = store_.setting(person, setting);
  return text ? row_in(*text) : std::nullopt;
}

std::optional<std::string> SecondFactors::sealed_anew(const std::string& value, const ledger::Key& from,
                                                      const ledger::Key& to) {
  auto row = row_in(value);
  if (!row) return "";
  const auto sealed = ledger::seal_anew(from, to, shelf, reference, ledger::from_base64(row->secret).value_or(""));
  if (!sealed) return {};
  row->secret = ledger::base64(*sealed);
  return json::to_text(*row);
}

void SecondFactors::put(const std::string& person, const Row& row) {
  store_.put_setting(person, setting, json::to_text(row));
  if (row.confirmed && !store_.neighbours()) on_.insert(person);
  else on_.erase(person);
}

std::string SecondFactors::secret_of(const std::string& person, const Row& row) {
  const auto* key = keys_.find(shelf, person);
  const auto secret =
      key ? ledger::unseal(*key, shelf, reference, ledger::from_base64(row.secret).value_or("")) : std::nullopt;
  return secret.value_or("");
}

SecondFactors::Offer SecondFactors::begin(const std::string& person, const std::string& email) {
  std::string secret(secret_bytes, '\0');
  randombytes_buf(secret.data(), secret.size());
  const std::lock_guard lock(lock_);
  const auto& key = keys_.durable(shelf, person);
  put(person, {ledger::base64(ledger::seal(key, shelf, reference, secret).bytes), false, 0, {}});
  const auto text = base32(secret);
  return {text, "otpauth://totp/Vouchsafe:" + percent(email) + "?secret=" + text + "&issuer=Vouchsafe"};
}

Result<std::vector<std::string>> SecondFactors::confirm(const std::string& person, const std::string& code) {
  const std::lock_guard lock(lock_);
  auto row = row_of(person);
  if (!row || row->confirmed)
    return refuse(RefusalKind::conflict, "factor.not_begun", "No second factor is being set up.", "Begin again.");
  if (!right(person, *row, bare(code)))
    return refuse(RefusalKind::rule, "factor.wrong_code", "This is not the code that the app shows now.",
                  "Look whether the clock of your phone is right, and take the next code.", "code");
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < recovery_codes_many; ++i) {
    const auto one = random_text(recovery_code_letters);
    row->recovery_codes.push_back(digest_of(one));
    codes.push_back(in_groups(one));
  }
  row->confirmed = true;
  put(person, *row);
  return codes;
}

void SecondFactors::end(const std::string& person) {
  const std::lock_guard lock(lock_);
  on_.erase(person);
  if (row_of(person)) store_.put_setting(person, setting, "null");
}

void SecondFactors::forget(const std::string& person) {
  const std::lock_guard lock(lock_);
  on_.erase(person);
}

// Asked with every request where one is demanded, so what was read is remembered. Other nodes may end it at any time.
bool SecondFactors::on(const std::string& person) {
  const std::lock_guard lock(lock_);
  if (on_.contains(person)) return true;
  const auto row = row_of(person);
  if (!row || !row->confirmed) return false;
  if (!store_.neighbours()) on_.insert(person);
  return true;
}

std::size_t SecondFactors::recovery_codes_left(const std::string& person) {
  const std::lock_guard lock(lock_);
  const auto row = row_of(person);
  return row ? row->recovery_codes.size() : 0;
}

bool SecondFactors::right(const std::string& person, Row& row, const std::string& code) {
  const auto secret = secret_of(person, row);
  if (secret.empty() || !is_digits(code)) return false;
  std::uint64_t step = 0;
  const auto seconds = static_cast<std::time_t>(clock_().us / 1'000'000);
  const int found = oath_totp_validate4(secret.data(), secret.size(), seconds, step_seconds, 0, window, nullptr, &step,
                                        0, code.c_str());
  if (found < 0 || step <= row.last_step) return false;
  row.last_step = step;
  return true;
}

bool SecondFactors::passes(const std::string& person, const std::string& typed) {
  const std::lock_guard lock(lock_);
  auto row = row_of(person);
  if (!row || !row->confirmed) return false;
  const auto code = bare(typed);
  const auto recovery = std::ranges::find(row->recovery_codes, digest_of(code));
  if (recovery != row->recovery_codes.end()) row->recovery_codes.erase(recovery);
  else if (!right(person, *row, code)) return false;
  put(person, *row);
  return true;
}

}  // namespace vs::app
