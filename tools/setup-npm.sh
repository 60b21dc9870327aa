#!/usr/bin/env bash
# Fetches the npm packages of package-lock.json. Does nothing where exactly these are there.
set -euo pipefail
cd "$(dirname "$0")/.."

mark=node_modules/.buurtblik-lock
lock=$(sha256sum package-lock.json | cut -d ' ' -f 1)
[ "$(cat "$mark" 2>/dev/null)" != "$lock" ] || exit 0
echo "== Fetching npm packages"
# No package may run a script of its own on this machine.
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
echo "$lock" >"$mark"
