#!/usr/bin/env bash
# Makes the folder that the server serves: the browser's WebAssembly, its JavaScript, styles, fonts and icons.
# Does nothing where no source of it changed.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-$PWD/target}
wasm=$target/browser/wasm32-unknown-unknown/wasm-release/buurtblik.wasm
site=$target/site

mark=$target/site.sources
sources=$({
    sha256sum "$wasm" package-lock.json
    find public src tools/site tools/site.mjs -type f ! -name '*.rs' -print0 | sort --zero-terminated | xargs --null --no-run-if-empty sha256sum
} | sha256sum)
[ ! -d "$site" ] || [ "$(cat "$mark" 2>/dev/null)" != "$sources" ] || exit 0

echo "== Making the site"
bindgen=$(tools/setup-wasm-bindgen.sh)
rm -f "$mark"
rm -rf "$target/wasm"
"$bindgen" "$wasm" "$target/wasm"
node tools/site.mjs "$site" "$target/wasm"
echo "$sources" >"$mark"
