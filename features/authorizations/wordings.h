// Controlled wording in a workspace's own words (AUT-01, PRG-03): adopted per language, every revision kept for ever.
#pragma once

#include "features/authorizations/customer.h"
#include "features/authorizations/lexicon.h"
#include "kernel/ask.h"

namespace vs::authorizations {

/// One revision of the words of a language: of the workspace's own, or the delivered ones again.
struct WordingRevision {
  int revision = 0;
  bool delivered = false;
  Lexicon words;  ///< its terms are those of this revision
  Instant at;
  std::string by;
  Personal reason;
};

/// What became of the words of one language, oldest first; the last one is in force.
struct OwnWording {
  std::vector<WordingRevision> revisions;
  std::uint64_t version = 0;
};

/// Template that rounds name whose words were the workspace's own; "" names the delivered one.
inline constexpr std::string_view own_template = "workspace";

/// The words in force for a language: the workspace's own, else those delivered; English for a language without any.
const Lexicon& lexicon(const State&, const std::string& language);
/// The words in which a round was asked, superseded or not.
const Lexicon& lexicon_of(const State&, const Round&);
/// Are the words in force for this language the workspace's own?
bool in_own_words(const State&, const std::string& language);

// ---- Events: stored for ever.

/// The workspace says it in its own words from now on. All texts are kept, so that a revision can be read whole
/// whatever a later version of the program delivers. Higher `terms` than before: the meaning changed.
struct WordingAdopted {
  static constexpr std::string_view type = "wording.adopted";
  using Of = State;
  std::string language;
  int revision = 0;
  int terms = 0;
  std::map<std::string, LongText> texts;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(WordingAdopted, (), (language, revision, terms, texts, reason))

/// The delivered words hold again.
struct WordingRestored {
  static constexpr std::string_view type = "wording.restored";
  using Of = State;
  std::string language;
  int revision = 0;
  int terms = 0;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(WordingRestored, (), (language, revision, terms, reason))

void on(State&, const WordingAdopted&, const Meta&);
void on(State&, const WordingRestored&, const Meta&);

// ---- Commands; the target is the language.

/// Texts by name; what is not named is as delivered. With `meaning_changed`, who gave a permission under the words
/// before is asked anew instead of offered to renew.
struct AdoptWording {
  std::map<std::string, LongText> texts;
  LongText reason;
  std::optional<bool> meaning_changed;
};
BOOST_DESCRIBE_STRUCT(AdoptWording, (), (texts, reason, meaning_changed))

struct RestoreWording {
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(RestoreWording, (), (reason))

/// Words to look at before they are adopted.
struct TryWording {
  std::map<std::string, LongText> texts;
};
BOOST_DESCRIBE_STRUCT(TryWording, (), (texts))

Result<Decision> adopt_wording(const State&, const AdoptWording&, const Context&);
Result<Decision> restore_wording(const State&, const RestoreWording&, const Context&);
/// Why the delivered words cannot be restored; for buttons.
Result<void> may_restore_wording(const State&, const Context&);
/// Adds a reason for every text that is unknown, empty, too long or has other places to fill than the delivered one.
void check_texts_of_wording(Reasons&, const std::string& language, const std::map<std::string, LongText>&);

// ---- Views.

struct WordingText {
  std::string name, words, delivered;
  std::set<std::string> placeholders;
};
BOOST_DESCRIBE_STRUCT(WordingText, (), (name, words, delivered, placeholders))

struct WordingAdoption {
  int revision = 0;
  int terms = 0;
  bool delivered = false;
  Instant at;
  std::string who, reason;
};
BOOST_DESCRIBE_STRUCT(WordingAdoption, (), (revision, terms, delivered, at, who, reason))

/// The words of one language; `revision` counts what this workspace did to them, 0 is as delivered.
struct WordingRow {
  std::string id, language;
  bool own = false;
  int revision = 0;
  int terms = 0;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(WordingRow, (), (id, language, own, revision, terms, version))

struct WordingItem : WordingRow {
  std::vector<WordingText> texts;
  std::vector<WordingAdoption> history;
  RoundPage sample;  ///< a request made of these words, to a customer who does not exist
};
BOOST_DESCRIBE_STRUCT(WordingItem, (WordingRow), (texts, history, sample))

std::vector<WordingRow> wording_rows(const State&, const Ask&);
Result<WordingItem> wording_item(const State&, const people::State&, const Ask&);
/// `GET wordings/{language}/revision?number=`: an earlier revision, whole.
Result<WordingItem> wording_revision(const State&, const people::State&, const Ask&);
/// The sample made of words that nobody adopted yet.
Result<RoundPage> try_wording(const std::string& language, const TryWording&, Date today);

}  // namespace vs::authorizations
