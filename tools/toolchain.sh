#!/usr/bin/env bash
# Decides which Rust builds the server and which the browser, and prints the answer as shell assignments.
#
#   eval "$(tools/toolchain.sh)"
#
# SERVER_CARGO, SERVER_RUSTC    the Rust on the PATH where it is new enough, else Debian's; empty: there is none
# BROWSER_CARGO, BROWSER_RUSTC  the same Rust where it has wasm32-unknown-unknown, else Debian's; empty: there is none
# BROWSER_BUILD_STD             1 where Debian's Rust has to build the standard library for the browser itself
set -euo pipefail
cd "$(dirname "$0")/.."

oldest=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
wasm=wasm32-unknown-unknown
wasm_ld=/usr/lib/llvm-22/bin/wasm-ld

# Succeeds where the given rustc runs and is not older than Cargo.toml asks for.
new_enough() {
    local version
    version=$("$1" --version 2>/dev/null | cut -d ' ' -f 2) || return 1
    [ -n "$version" ] && printf '%s\n%s\n' "$oldest" "$version" | sort --check --version-sort 2>/dev/null
}

has_wasm() { [ -d "$("$1" --print sysroot)/lib/rustlib/$wasm/lib" ]; }

debian_source() { [ -d /usr/lib/rustlib/src/rust/library ] || [ -e /usr/lib/rustlib/src/rust ]; }

server_cargo='' server_rustc='' browser_cargo='' browser_rustc='' build_std=''
if path_rustc=$(command -v rustc) && path_cargo=$(command -v cargo) && new_enough "$path_rustc"; then
    server_cargo=$path_cargo server_rustc=$path_rustc
elif [ -x /usr/bin/cargo ] && new_enough /usr/bin/rustc; then
    server_cargo=/usr/bin/cargo server_rustc=/usr/bin/rustc
fi

if [ -n "$server_rustc" ] && has_wasm "$server_rustc"; then
    browser_cargo=$server_cargo browser_rustc=$server_rustc
elif [ -x /usr/bin/cargo ] && new_enough /usr/bin/rustc; then
    if has_wasm /usr/bin/rustc; then
        browser_cargo=/usr/bin/cargo browser_rustc=/usr/bin/rustc
    elif [ -x "$wasm_ld" ] && debian_source; then
        browser_cargo=/usr/bin/cargo browser_rustc=/usr/bin/rustc build_std=1
    fi
fi

printf '%s=%q\n' SERVER_CARGO "$server_cargo" SERVER_RUSTC "$server_rustc" \
    BROWSER_CARGO "$browser_cargo" BROWSER_RUSTC "$browser_rustc" BROWSER_BUILD_STD "$build_std" WASM_LD "$wasm_ld"
