// What goes along when a workspace moves from one store to another.
#pragma once

#include "ledger/store.h"

namespace vs::app {

/// Two stores and the workspace that goes from one to the other.
struct Move {
  ledger::Store &from, &to;
  std::string workspace;
};

/// The only workspace of an exported folder, whose ledger was looked through from end to end. Throws StoreFailure.
ledger::WorkspaceRow exported_in(ledger::Store&);
/// Words and first answers belong to events, and come before them: whoever sees an event finds its words.
void copy_words(const Move&);
/// Events in their order, each verified, and the tree that grows with them. A part that is there already stays.
ledger::Tree copy_events(const Move&);
/// Files and how much they are, links, tokens and the last checkpoint. What is here under the same name stays as it is.
void copy_tables(const Move&);
/// Whose the files are that customers sent in: an erasure finds them by it, wherever the workspace lies.
void copy_senders(const Move&, const std::vector<std::string>& contacts);
/// How people sign in, with their second factor and their saved views. Who has a login here keeps it.
std::vector<std::string> copy_logins(const Move&, const std::vector<std::string>& people);

}  // namespace vs::app
