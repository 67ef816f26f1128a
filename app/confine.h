// Giving up what a server never needs, so that whoever breaks in has it neither.
#pragma once

namespace vs::app {

/// No core files, no debugger of the same user, no new privileges. To be called before any key is read.
void keep_to_oneself();

/// From now on no thread of the process starts programs or processes, debugs, mounts, changes who it is, opens raw
/// sockets, or makes memory both writable and executable (seccomp; refused with EPERM). False where the system cannot.
bool confine();

}  // namespace vs::app
