#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own, which is gone afterwards.
#
#   tools/with-postgres.sh cargo test
#
# The command finds it at BUURTBLIK_TEST_POSTGRES (a superuser on 127.0.0.1; make your own databases).
# PostgreSQL refuses to run as root: root starts it as the user postgres, who must be able to reach its folder,
# so that is under /tmp and not in the checkout.
set -euo pipefail

# Debian keeps the server's programs outside the PATH, a folder for each version.
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort --version-sort | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
as_postgres=()
[ "$(id -u)" != 0 ] || as_postgres=(runuser --user postgres --)

quietly() { "$@" >>"$log" 2>&1 || { cat "$log" >&2 && return 1; }; }

stop() {
    "${as_postgres[@]}" "$bin/pg_ctl" --silent --pgdata "$1/data" --mode immediate stop >/dev/null 2>&1 || true
    rm -rf "$1"
}

# A run that was killed hard could not tidy up: its folder carries its process number.
for left in /tmp/buurtblik-pg.*; do
    pid=${left#*pg.}
    pid=${pid%%.*}
    [ ! -d "$left" ] || kill -0 "$pid" 2>/dev/null || stop "$left" || true
done

folder=$(mktemp --directory "/tmp/buurtblik-pg.$$.XXXXXX")
log=$folder/log
child=''
trap 'stop "$folder"' EXIT
trap '[ -z "$child" ] || kill -TERM "$child" 2>/dev/null; exit 143' TERM INT HUP
touch "$log"
[ "$(id -u)" != 0 ] || chown postgres "$folder" "$log"

cd "$folder"
quietly "${as_postgres[@]}" "$bin/initdb" --pgdata "$folder/data" --username postgres --auth trust \
    --encoding UTF8 --locale C.UTF-8 --no-sync
# TLS with a certificate of its own, where it can be made: who wants it says so in the address.
tls=()
if command -v openssl >/dev/null; then
    quietly openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 \
        -addext subjectAltName=IP:127.0.0.1 -addext basicConstraints=critical,CA:FALSE \
        -keyout "$folder/server.key" -out "$folder/server.crt"
    chmod 600 "$folder/server.key"
    [ "$(id -u)" != 0 ] || chown postgres "$folder/server.key" "$folder/server.crt"
    tls=(-c ssl=on -c "ssl_cert_file=$folder/server.crt" -c "ssl_key_file=$folder/server.key")
    export BUURTBLIK_TEST_POSTGRES_CERT=$folder/server.crt
fi
started=''
for _ in 1 2 3 4 5; do
    # Below the range from which the system itself hands out ports.
    port=$((20000 + RANDOM % 10000))
    if "${as_postgres[@]}" "$bin/pg_ctl" --silent --pgdata "$folder/data" --log "$log" -w start -o \
        "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200 ${tls[*]}" \
        >/dev/null; then
        started=1
        break
    fi
done
if [ -z "$started" ]; then
    cat "$log" >&2
    exit 1
fi
cd "$OLDPWD"

# In the background, so that a signal to this script is heard at once and passed on.
BUURTBLIK_TEST_POSTGRES=postgres://postgres@127.0.0.1:$port/postgres "$@" &
child=$!
wait "$child"
