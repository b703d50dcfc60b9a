#!/usr/bin/env bash
# Restores a backup into a fresh cluster and compares every public page with the original, byte for byte. See README.md beside this file.
#
#   docs/deploy/restore-drill.sh dump FILE                      a file of pg_dump -Fc
#   docs/deploy/restore-drill.sh base FOLDER ARCHIVE [TIME]     a folder of pg_basebackup, the archived WAL, up to a point in time
#
# SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD name the original, as for the site. JAR is the packaged site; WORK a folder that
# does not exist yet, PORT the first of three free ports. Needs PostgreSQL's programs, of the original's major version, and curl.
# PostgreSQL refuses to run as root: root's is run as the user postgres.
set -euo pipefail

usage() { sed -n '4,5s/^# *//p' "$0" >&2; exit 2; }
mode=${1:-}; backup=${2:-}; archive=${3:-}; moment=${4:-}
case $mode in
  dump) [ -f "$backup" ] || usage ;;
  base) [ -f "$backup/PG_VERSION" ] && [ -d "$archive" ] || usage ;;
  *) usage ;;
esac
: "${SPRING_DATASOURCE_URL:?names the original}" "${SPRING_DATASOURCE_USERNAME:?}" "${SPRING_DATASOURCE_PASSWORD:?}"
jar=${JAR:-$(ls "$(dirname "$0")"/../../target/college-site-*.jar | head -n 1)}
port=${PORT:-18200}
work=$(realpath -m "${WORK:-$(mktemp -d -u -t restore-drill.XXXXXX)}")
if [ -n "${POSTGRES_BIN:-}" ]; then bin=$POSTGRES_BIN; else bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1); fi
for ((i = 0; i < 3; i++)); do
  if (exec 3<>"/dev/tcp/127.0.0.1/$((port + i))") 2>/dev/null; then echo "Port $((port + i)) is taken; set PORT." >&2; exit 1; fi
done
backup=$(realpath "$backup"); [ -z "$archive" ] || archive=$(realpath "$archive")

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
mkdir "$work"; chmod 711 "$work"
mkdir "$work/cluster" "$work/original" "$work/restored"; chmod 700 "$work/cluster"
nodes=()
finish() {
  for node in "${nodes[@]}"; do kill "$node" 2>/dev/null || true; done
  for node in "${nodes[@]}"; do wait "$node" 2>/dev/null || true; done
  as_postgres "$bin/pg_ctl" -D "$work/cluster/data" -m fast -s stop 2>/dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap finish EXIT
began=$SECONDS

# --- The fresh cluster: settings of its own, since Debian keeps those of the original elsewhere ------------------------------
printf '%s\n' "listen_addresses = '127.0.0.1'" "port = $port" "unix_socket_directories = ''" "hot_standby = off" \
  "archive_mode = off" "restore_command = 'cp \"$archive/%f\" \"%p\"'" "recovery_target_action = promote" \
  "${moment:+recovery_target_time = '$moment'}" >"$work/cluster/postgresql.conf"
echo "host all all 127.0.0.1/32 scram-sha-256" >"$work/cluster/pg_hba.conf"
: >"$work/cluster/pg_ident.conf"
printf '%s' "$SPRING_DATASOURCE_PASSWORD" >"$work/cluster/password"; chmod 600 "$work/cluster/password"
[ "$mode" = dump ] || cp -a "$backup" "$work/cluster/data"
[ "$(id -u)" != 0 ] || chown -R postgres: "$work/cluster"
if [ "$mode" = dump ]; then
  as_postgres "$bin/initdb" -D "$work/cluster/data" -U "$SPRING_DATASOURCE_USERNAME" -E UTF8 --locale=C -A scram-sha-256 \
    --data-checksums --pwfile="$work/cluster/password" >"$work/initdb.log"
else
  as_postgres touch "$work/cluster/data/recovery.signal"
  as_postgres chmod 700 "$work/cluster/data"
fi
as_postgres rm "$work/cluster/password"
as_postgres "$bin/pg_ctl" -D "$work/cluster/data" -l "$work/cluster/log" -t 3600 -w -s start -o \
  "-c config_file=$work/cluster/postgresql.conf -c hba_file=$work/cluster/pg_hba.conf -c ident_file=$work/cluster/pg_ident.conf" \
  || { cat "$work/cluster/log" >&2; exit 1; }

# All the archived changes first, however many
until "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; do
  as_postgres "$bin/pg_ctl" -D "$work/cluster/data" status >/dev/null || { cat "$work/cluster/log" >&2; exit 1; }
  sleep 0.5
done

export PGPASSWORD=$SPRING_DATASOURCE_PASSWORD PGUSER=$SPRING_DATASOURCE_USERNAME
original=${SPRING_DATASOURCE_URL#jdbc:}
name=${original##*/}; name=${name%%\?*}
restored=postgresql://127.0.0.1:$port/$name
if [ "$mode" = dump ]; then
  "$bin/createdb" -h 127.0.0.1 -p "$port" -E UTF8 -T template0 "$name"
  # The roles that rights are given to are no part of a dump
  "$bin/pg_restore" --exit-on-error --no-owner --no-privileges -d "$restored" "$backup"
fi
echo "Restored after $((SECONDS - began)) s."

generation() { "$bin/psql" -XAtq "$1" -c 'select number from site_generation'; }
then=$(generation "$restored"); now=$(generation "$original")
if [ "$then" != "$now" ]; then
  echo "Something was published after the backup (generation $then, now $now)." \
    "Pages would differ for good reason; take a new one, or name the original of that time." >&2
  exit 1
fi

# --- The same release on both; nothing is told to search engines or mailed ---------------------------------------------------
for variable in $(compgen -e | grep -E '^(COLLEGE_DISCOVERY_PUSH|SPRING_MAIL)_'); do unset "$variable"; done
export COLLEGE_BASE_URL=${COLLEGE_BASE_URL:-https://college.example} COLLEGE_DELIVERY_ENABLED=false SERVER_ADDRESS=127.0.0.1
start() {
  COLLEGE_DATA_DIR=$work/$1 SPRING_DATASOURCE_URL=jdbc:$2 SERVER_PORT=$3 \
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$jar" >"$work/$1.log" 2>&1 &
  nodes+=($!)
}
start original "$original" $((port + 1))
start restored "$restored" $((port + 2))
for place in 1 2; do
  for ((i = 0; i < 600; i++)); do
    curl -fsS -o /dev/null "http://127.0.0.1:$((port + place))/readyz" 2>/dev/null && continue 2
    kill -0 "${nodes[place - 1]}" 2>/dev/null || break
    sleep 0.5
  done
  echo "A site did not start:" >&2; tail -n 20 "$work"/*.log >&2; exit 1
done

# --- Every address of the sitemap, its Markdown, and the files that pages show -----------------------------------------------
get() { curl -sS -o "$work/$1.body" -w '%{http_code} %{content_type}\n' "http://127.0.0.1:$2$3" >"$work/$1.status"; }
locations() { curl -fsS "http://127.0.0.1:$((port + 1))$1" | grep -o '<loc>[^<]*</loc>' | sed -e 's/<[^>]*>//g' -e "s#^$COLLEGE_BASE_URL##" -e 's/&amp;/\&/g'; }
markdown() { case $1 in '' | /) echo /index.md ;; /en) echo /en/index.md ;; *) echo "$1.md" ;; esac; }
declare -A seen
waiting=(/sitemap.xml)
# One file, or with many pages a list of files
for part in $(locations /sitemap.xml); do
  case $part in
    *.xml) waiting+=("$part"); pages_of=$(locations "$part") ;;
    *) pages_of=${part:-/} ;;
  esac
  for path in $pages_of; do waiting+=("${path:-/}" "$(markdown "$path")"); done
done
compared=0; pages=0; different=0
while [ ${#waiting[@]} -gt 0 ]; do
  path=${waiting[0]}; waiting=("${waiting[@]:1}")
  [ -z "${seen[$path]:-}" ] || continue
  seen[$path]=1
  get original $((port + 1)) "$path"
  get restored $((port + 2)) "$path"
  compared=$((compared + 1))
  if ! cmp -s "$work/original.status" "$work/restored.status" || ! cmp -s "$work/original.body" "$work/restored.body"; then
    different=$((different + 1))
    echo "Differs: $path ($(cat "$work/original.status"), restored $(cat "$work/restored.status"))" >&2
  fi
  if grep -q '^200 text/html' "$work/original.status"; then
    pages=$((pages + 1))
    mapfile -t files < <(grep -oE '(src|href)="/(media|share)/[^"#?]*"' "$work/original.body" | sed -e 's/^[^"]*"//' -e 's/"$//')
    waiting+=("${files[@]}")
  fi
done
echo "$compared addresses compared, $pages of them pages, after $((SECONDS - began)) s: $different differ."
[ "$pages" -gt 0 ] && [ "$different" = 0 ]
