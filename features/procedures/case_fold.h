// How each event changes one case: used when events are folded and, in a command, for the moves that follow.
#pragma once

#include "features/procedures/procedures.h"

namespace vs::procedures {

void fold(Case&, const Opened&, const Meta&);
void fold(Case&, const StepOpened&, const Meta&);
void fold(Case&, const StepDecided&, const Meta&);
void fold(Case&, const StepClosed&, const Meta&);
void fold(Case&, const StepSkipped&, const Meta&);
void fold(Case&, const BranchesBegun&, const Meta&);
void fold(Case&, const FactsNoted&, const Meta&);
void fold(Case&, const Ended&, const Meta&);
void fold(Case&, const Stopped&, const Meta&);
void fold(Case&, const Deferred&, const Meta&);
void fold(Case&, const Resumed&, const Meta&);
void fold(Case&, const Reopened&, const Meta&);
void fold(Case&, const Delegated&, const Meta&);
void fold(Case&, const Snoozed&, const Meta&);
void fold(Case&, const Reminded&, const Meta&);
void fold(Case&, const Overdue&, const Meta&);
void fold(Case&, const Commented&, const Meta&);

}  // namespace vs::procedures
