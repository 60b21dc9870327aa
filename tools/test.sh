#!/usr/bin/env bash
# Runs every test, one step after the other, whatever failed before. Last line: `N passed, N failed`.
#
#   tools/test.sh            all steps
#   tools/test.sh lint       formatting, lints, documentation and licences only
set -uo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-$PWD/target}
logs=$target/test-logs
export TMPDIR=$target/tmp/$$
# The browser stories and benchmarks find the built program and its site here.
export BUURTBLIK_TARGET=$target
running=''

finish() {
    # The step is a process group of its own: nothing that it started outlives the tests.
    [ -z "$running" ] || kill -TERM -- "-$running" 2>/dev/null
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

# step KIND NAME COMMAND…: KIND tells tally.mjs how to count: `check` counts one, `cargo` and `node` their own tests.
step() {
    local kind=$1 name=$2 began=$SECONDS status
    shift 2
    printf '\n== %s\n' "$name"
    local log=$logs/$name.log
    set -m
    ("$@" 2>&1 | tee "$log") &
    running=$!
    set +m
    wait "$running"
    status=$?
    running=''
    printf '%s\t%s\t%s\t%s\n' "$kind" "$name" "$status" "$log" >>"$logs/steps.tsv"
    printf -- '-- %s: %s, %d s\n' "$name" "$([ $status = 0 ] && echo good || echo "FAILED ($status)")" $((SECONDS - began))
}

documentation() { RUSTDOCFLAGS='-D warnings' tools/cargo.sh server doc --release --locked --no-deps --document-private-items; }

step check format tools/cargo.sh server fmt --check
step check lint-server tools/cargo.sh server clippy --release --all-targets --locked -- -D warnings
step check lint-browser tools/cargo.sh browser clippy --locked -- -D warnings
step check documentation documentation
step check licences node tools/licences.mjs
if [ "${1:-all}" = all ]; then
    step check build make --no-print-directory build
    step node tools node --test --test-reporter=spec tools/*.test.mjs
    step cargo rust tools/with-postgres.sh tools/cargo.sh server test --release --locked --no-fail-fast
    [ ! -f maps/draw/check.mjs ] || step check maps node maps/draw/check.mjs
    step node stories tools/with-postgres.sh node --test --test-reporter=spec --test-concurrency=1 tests/e2e/*.test.mjs
fi

printf '\n'
node tools/tally.mjs "$logs/steps.tsv"
