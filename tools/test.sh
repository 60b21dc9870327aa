#!/usr/bin/env bash
# Runs every test, whatever failed before. Last line: `N passed, N failed`.
#
#   tools/test.sh            all steps
#   tools/test.sh lint       formatting, lints, documentation and licences only
#   tools/test.sh check      formatting, lints, unit tests and the rules of the house: for every day
#
# Two lanes run beside each other, because much of a compiler's work and most of a browser's waiting leaves a core
# free: the server's Rust in one, the browser's part and then the stories in the other. Each step writes its own log; here
# stands when it began, how it ended, and the end of the log of one that failed.
set -uo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-$PWD/target}
logs=$target/test-logs
export TMPDIR=$target/tmp/$$
# The browser stories and benchmarks find the built program and its site here.
export BUURTBLIK_TARGET=$target
lanes=()

finish() {
    # Each lane is a process group of its own: nothing that it started outlives the tests.
    for lane in "${lanes[@]}"; do kill -TERM -- "-$lane" 2>/dev/null; done
    rm -rf "$TMPDIR"
    rmdir "$target/tmp" 2>/dev/null
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

# A run that was killed hard could not tidy up: its folder carries its process number.
for left in "$target"/tmp/*; do
    [ ! -d "$left" ] || kill -0 "${left##*/}" 2>/dev/null || rm -rf "$left"
done
rm -rf "$logs"
mkdir -p "$logs" "$TMPDIR"

# step KIND NAME COMMAND…: KIND tells tally.mjs how to count: `check` counts one, `cargo` and `node` their own tests,
# `part` only where it failed.
step() {
    local kind=$1 name=$2 began=$SECONDS status
    shift 2
    printf '== %s\n' "$name"
    local log=$logs/$name.log
    "$@" >"$log" 2>&1
    status=$?
    printf '%s\t%s\t%s\t%s\n' "$kind" "$name" "$status" "$log" >>"$logs/steps.tsv"
    # Why something was not tested here.
    grep -hE '^(# )?(skipped: |.*is not there|.*not told)' "$log" | sort -u | sed 's/^/   | /'
    printf -- '-- %s: %s, %d s\n' "$name" "$([ $status = 0 ] && echo good || echo "FAILED ($status)")" $((SECONDS - began))
    [ $status = 0 ] || { printf '   the end of %s:\n' "$log" && tail -n 60 "$log" | sed 's/^/   | /'; }
    return $status
}

format() { tools/cargo.sh server fmt --check; }
clippy() { tools/cargo.sh server clippy --workspace --all-targets --locked -- -D warnings; }
documentation() { RUSTDOCFLAGS='-D warnings' tools/cargo.sh server doc --workspace --locked --no-deps --document-private-items; }
site() { tools/cargo.sh browser build --locked && tools/site.sh; }

# The stories need the program that the other lane builds, and a browser's share of the machine: they wait until the
# tests of Rust are through.
await_rust() {
    until [ -e "$logs/rust" ]; do sleep 1; done
}

server_lane() {
    step part program tools/cargo.sh server test --workspace --locked --no-run
    step check lint-server clippy
    step check documentation documentation
    # Most tests wait for a server, a database or a clock: four at a time keep two cores busy.
    RUST_TEST_THREADS=${RUST_TEST_THREADS:-4} \
        step cargo rust tools/with-postgres.sh tools/cargo.sh server test --workspace --locked --no-fail-fast
    echo done >"$logs/rust"
}

browser_lane() {
    step check format format
    step check licences node tools/licences.mjs
    step node tools node --test --test-reporter=spec tools/*.test.mjs
    [ ! -f maps/draw/check.mjs ] || step check maps node maps/draw/check.mjs
    step check site site
    step check lint-browser tools/cargo.sh browser clippy --locked -- -D warnings
    await_rust
    step node stories tools/with-postgres.sh node --test --test-reporter=spec --test-concurrency=2 tests/e2e/*.test.mjs
}

lint_lane() {
    step check format format
    step check licences node tools/licences.mjs
    step check lint-server clippy
    step check lint-browser tools/cargo.sh browser clippy --locked -- -D warnings
    step check documentation documentation
}

check_lane() {
    step check format format
    step check lint-server clippy
    step cargo unit tools/cargo.sh server test --workspace --locked --lib --test architecture
}

# In a process group of its own, so that all of it can be ended.
begin() {
    set -m
    "$1" &
    lanes+=($!)
    set +m
}

case ${1:-all} in
all) begin server_lane && begin browser_lane ;;
*) begin "$1_lane" ;;
esac
for lane in "${lanes[@]}"; do wait "$lane"; done
lanes=()

printf '\n'
node tools/tally.mjs "$logs/steps.tsv"
