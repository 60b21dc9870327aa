#!/usr/bin/env bash
# Installs the Debian packages that are missing. Does nothing, at once, where all are there.
#
#   tools/setup-debian.sh run     what building and starting Buurtblik needs
#   tools/setup-debian.sh test    that, and what its tests need
set -euo pipefail
cd "$(dirname "$0")/.."

want=(gcc libc6-dev pkg-config ca-certificates)

# Node from Debian only where no Node that is new enough is on the PATH.
node_major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/') || node_major=''
[ "${node_major:-0}" -ge 18 ] || want+=(nodejs)
command -v npm >/dev/null || want+=(npm)

eval "$(tools/toolchain.sh)"
[ -n "$SERVER_CARGO" ] || want+=(rustc-web cargo-web)
[ -n "$BROWSER_CARGO" ] || want+=(rustc-web cargo-web rust-web-src lld-22)

if [ "${1:-run}" = test ]; then
    want+=(chromium postgresql postgresql-15-postgis-3 poppler-utils libimage-exiftool-perl gdal-bin caddy)
    command -v systemd-analyze >/dev/null || want+=(systemd)
    for cargo in "$SERVER_CARGO" "$BROWSER_CARGO"; do
        # None yet means: it will be Debian's.
        [ "${cargo:-/usr/bin/cargo}" != /usr/bin/cargo ] || want+=(rust-web-clippy rustfmt-web)
    done
fi

missing=()
for package in $(printf '%s\n' "${want[@]}" | sort --unique); do
    status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null) || status=''
    [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "This is not Debian. Please install yourself what stands for: ${missing[*]}" >&2
    echo "(Rust from rustup will do, with: rustup target add wasm32-unknown-unknown)" >&2
    exit 1
fi
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)
echo "== Installing Debian packages: ${missing[*]}"
"${as_root[@]}" apt-get update --quiet --quiet || echo "Not every list of packages could be fetched; going on with what there is"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --quiet --no-install-recommends "${missing[@]}"
