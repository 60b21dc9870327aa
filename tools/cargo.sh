#!/usr/bin/env bash
# Runs cargo for the server or for the browser, with the Rust that tools/toolchain.sh chose.
#
#   tools/cargo.sh server build --release --locked
#   tools/cargo.sh browser clippy --lib
#
# The browser has a target folder of its own inside the server's, because its Rust may be another one.
set -euo pipefail
cd "$(dirname "$0")/.."
eval "$(tools/toolchain.sh)"

side=$1 command=$2
shift 2
target=${CARGO_TARGET_DIR:-$PWD/target}

if [ "$side" = server ]; then
    cargo=$SERVER_CARGO rustc=$SERVER_RUSTC
    options=()
else
    cargo=$BROWSER_CARGO rustc=$BROWSER_RUSTC
    options=(--target wasm32-unknown-unknown --target-dir "$target/browser"
        --profile wasm-release --lib --no-default-features --features hydrate)
    if [ -n "$BROWSER_BUILD_STD" ]; then
        # Debian's Rust has no standard library for the browser, but brings the source of it.
        export RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$WASM_LD
        options+=(-Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size)
        # A panic stops at once, without a message: a seventh less for a tablet to fetch. Takes the place of
        # what .cargo/config.toml says.
        export RUSTFLAGS='--cfg erase_components -Zunstable-options -Cpanic=immediate-abort'
    fi
fi
if [ -z "$cargo" ]; then
    echo "no Rust for the $side: run tools/setup-debian.sh" >&2
    exit 1
fi

export CARGO=$cargo
bin=$(dirname "$cargo")
# Debian's Rust stands beside a rustup: take all its parts by path, never a namesake of the other.
if [ "$bin" = /usr/bin ]; then
    export RUSTC=$rustc RUSTDOC=$bin/rustdoc
    unset RUSTUP_TOOLCHAIN
fi
# cargo looks for these two on the PATH, where another Rust's may come first.
# What a browser loads is a library of its own kind; the server needs none, and no time for linking it.
if [ "$side $command" = "browser build" ]; then
    command=rustc
    set -- "$@" --crate-type cdylib
fi
case $command in
clippy | fmt) exec "$bin/cargo-$command" "$command" "${options[@]}" "$@" ;;
*) exec "$cargo" "$command" "${options[@]}" "$@" ;;
esac
