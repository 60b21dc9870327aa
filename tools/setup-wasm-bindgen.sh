#!/usr/bin/env bash
# Builds wasm-bindgen once for this user, outside the checkout, and prints where it is.
set -euo pipefail
cd "$(dirname "$0")/wasm-bindgen"

# Another lock file or another source is another build.
version=$(sed -n 's/^version = "\(.*\)".*/\1/p' Cargo.toml | head -n 1)
content=$(cat Cargo.toml Cargo.lock src/main.rs | sha256sum | cut -c 1-12)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/buurtblik/wasm-bindgen-$version-$content

if [ ! -x "$cache/buurtblik-wasm-bindgen" ]; then
    echo "== Building wasm-bindgen $version, once (a minute or two)" >&2
    eval "$(../toolchain.sh)"
    building=$(mktemp --directory)
    trap 'rm -rf "$building"' EXIT
    RUSTC=$SERVER_RUSTC "$SERVER_CARGO" build --release --locked --quiet --target-dir "$building"
    mkdir --parents "$cache"
    # A name of its own first: half a copy is never taken for the whole.
    cp "$building/release/buurtblik-wasm-bindgen" "$cache/new.$$"
    mv "$cache/new.$$" "$cache/buurtblik-wasm-bindgen"
fi
echo "$cache/buurtblik-wasm-bindgen"
