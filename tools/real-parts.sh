#!/usr/bin/env bash
# Installs what some tests need and Python cannot bring, from Debian's packages. Quiet, and quick where it is there.
set -euo pipefail

packages=()
need() { command -v "$1" >/dev/null || packages+=("$2"); } # need COMMAND PACKAGE
need chromium chromium
need chromedriver chromium-driver
[ ${#packages[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Needed and not here: ${packages[*]}. There is no apt-get; install them your system's way." >&2
  exit 1
fi
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -qq --no-install-recommends "${packages[@]}"; } \
  >"$log" 2>&1; then
  cat "$log" >&2
  echo "Could not install ${packages[*]}; apt-get says why above." >&2
  exit 1
fi
