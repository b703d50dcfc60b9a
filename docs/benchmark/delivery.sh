#!/usr/bin/env bash
# Measures pages from memory, from the mirror and rendered, against nginx on the same bytes. See README.md beside this file.
#
#   docs/benchmark/delivery.sh [target/delivery-benchmark]
#
# PARTS ("memory start rendered"), SECONDS_EACH (5) for one run of wrk, WARM_UP (10) for what Java compiles first, CONNECTIONS (16), ROUNDS (2), PORT (18200 and the four
# after it, then one for each further number of notices), NOTICES ("100 10000"), INDEXED (20000: with more the search is left out, since its index takes minutes), JAR (else it is packaged), JAVA_HOME and JAVA_OPTIONS ("-Xmx256m") of the application,
# AS_DEPLOYED (1: unpacked, with an AOT cache and docs/deploy/java-options, as in the image; needs JDK 25).
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(realpath -m "${1:-target/delivery-benchmark}")
. docs/benchmark/common.sh
need wrk nginx curl pgrep
seconds=${SECONDS_EACH:-5}
warm_up=${WARM_UP:-10}
connections=${CONNECTIONS:-16}
rounds=${ROUNDS:-2}
indexed=${INDEXED:-20000}
port=${PORT:-18200}
cached=http://127.0.0.1:$port
plain=http://127.0.0.1:$((port + 2))
mirror=http://127.0.0.1:$((port + 3))
proxy=http://127.0.0.1:$((port + 4))
# That pages are not kept is no choice of a site whose parts the build has made
without_aot=-Dspring.aot.enabled=false
for ((i = 0; i < 5; i++)); do free_port $((port + i)); done

prepare

start_nginx() {
  mkdir -p "$work/nginx"
  local user=
  if [ "$(id -u)" = 0 ]; then user="user root;"; fi
  cat >"$work/nginx/nginx.conf" <<CONFIGURATION
$user
daemon off;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
worker_processes auto;
events { worker_connections 1024; }
http {
  types { text/html html; }
  default_type application/octet-stream;
  charset utf-8;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  client_body_temp_path $work/nginx/body;
  proxy_temp_path $work/nginx/proxy;
  fastcgi_temp_path $work/nginx/fastcgi;
  uwsgi_temp_path $work/nginx/uwsgi;
  scgi_temp_path $work/nginx/scgi;
  upstream application {
    server 127.0.0.1:$port;
    keepalive 32;
    keepalive_requests 1000000000;
  }
  # Files as they are
  server {
    listen 127.0.0.1:$((port + 2)) backlog=1024;
    root $work/plain;
    gzip_static on;
  }
  # The mirror as a site is served from it
  server {
    listen 127.0.0.1:$((port + 3)) backlog=1024;
    root $work/mirror;
    gzip_static on;
    add_header Cache-Control "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400, no-transform";
    location / {
      if (\$args != "") { return 418; }
      error_page 418 = @application;
      try_files \$uri.html \$uri /index.html @application;
    }
    location = / { try_files /index.html @application; }
    location @application { proxy_pass http://application; }
  }
  server {
    listen 127.0.0.1:$((port + 4)) backlog=1024;
    location / {
      proxy_pass http://application;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For \$remote_addr;
      proxy_set_header Host \$host;
    }
  }
}
CONFIGURATION
  nginx -e "$work/nginx/error.log" -c "$work/nginx/nginx.conf" &
  nginx=$!
  started+=("$nginx")
  local i
  for ((i = 0; i < 100; i++)); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$((port + 4))") 2>/dev/null; then return; fi
    sleep 0.1
  done
  cat "$work/nginx/error.log" >&2
  fail "nginx did not start."
}

# run ADDRESS [HEADER...]: the line that wrk.lua prints
run() {
  local address=$1 header options=() line
  shift
  for header in "$@"; do options+=(-H "$header"); done
  line=$(wrk -t1 -c"$connections" -d"${duration:-$seconds}" --timeout 10s -s docs/benchmark/wrk.lua "${options[@]}" "$address" |
    sed -n 's/^RESULT //p') && [ -n "$line" ] || fail "wrk could not ask for $address."
  echo "$line"
}

# warm REQUESTS ADDRESS [HEADER...]: at least so many, unless that takes six times as long, since a busy machine compiles late
warm() {
  local least=$1 got=0 line i
  shift
  for ((i = 0; i < 6 && got < least; i++)); do
    line=$(duration=$warm_up run "$@")
    got=$((got + ${line%% *}))
  done
}

# expect STATUS ADDRESS [HEADER...]: else something else would be measured
expect() {
  local status=$1 address=$2 header options=() got
  shift 2
  for header in "$@"; do options+=(-H "$header"); done
  got=$(curl -s -o /dev/null -w '%{http_code}' "${options[@]}" "$address" || true)
  if [ "$got" != "$status" ]; then fail "$address answers $got and not $status."; fi
}

etag() {
  curl -s -D - -o /dev/null "$1" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p'
}

# A measure: add NAME PIDS ADDRESS [HEADER...], then one more run of it. Sums stay in these
declare -A requests micros half last used wrong
measure() {
  local name=$1 pids=$2 before line
  shift 2
  before=$(cpu $pids)
  line=$(run "$@")
  used[$name]=$((${used[$name]:-0} + $(cpu $pids) - before))
  set -- $line
  requests[$name]=$((${requests[$name]:-0} + $1))
  micros[$name]=$((${micros[$name]:-0} + $2))
  half[$name]="${half[$name]:-} $3"
  last[$name]="${last[$name]:-} $4"
  wrong[$name]=$((${wrong[$name]:-0} + $5))
}

of() {
  awk "BEGIN { printf \"%.4f\", ${used[$1]} / ${requests[$1]} }"
}

# row CASE SERVER NAME [OTHER]: with its ratio to the other
row() {
  local ratio=
  if [ "${wrong[$3]}" != 0 ]; then fail "$1, $2: ${wrong[$3]} requests went wrong."; fi
  if [ -n "${4:-}" ]; then ratio=$(awk "BEGIN { printf \"%.2f\", $(of "$3") / $(of "$4") }"); fi
  awk -v name="| $1 | $2 |" -v n="${requests[$3]}" -v us="${micros[$3]}" -v cpu="$(of "$3")" -v half="${half[$3]}" -v last="${last[$3]}" \
    -v ratio="$ratio" 'function mean(list, parts, k, i, s) { k = split(list, parts, " "); for (i = 1; i <= k; i++) s += parts[i]; return s / k / 1000 }
    BEGIN { printf "%s %.0f | %.2f | %.2f | %.4f | %s |\n", name, n / us * 1e6, mean(half), mean(last), cpu, ratio }' | tee -a "$work/result.md"
}

table() {
  printf '\n| %s | server | req/s | p50 ms | p99 ms | CPU ms | ratio |\n|---|---|---:|---:|---:|---:|---:|\n' "$1" | tee -a "$work/result.md"
}

# pair CASE "PIDS A" "PIDS B" NAME-A ADDRESS-A NAME-B ADDRESS-B [HEADER...]: A B A B
pair() {
  local what=$1 first=$2 second=$3 one=$4 one_at=$5 other=$6 other_at=$7 i
  shift 7
  for ((i = 0; i < rounds; i++)); do
    measure "$what $one" "$first" "$one_at" "$@"
    measure "$what $other" "$second" "$other_at" "$@"
  done
  row "$what" "$one" "$what $one"
  row "$what" "$other" "$what $other" "$what $one"
}

# resident WHEN: of the application
resident() {
  printf '\n%s: %s kB (at most %s kB).\n' "$1" $(sed -n 's/^Vm\(RSS\|HWM\):[^0-9]*\([0-9]*\).*/\2/p' "/proc/$application/status" | sort -n) |
    tee -a "$work/result.md"
}

# From memory, and from files
memory() {
  start_site cached "$port" "files are ready"
  application=$site
  # On a busy machine some pages come with the next pass
  for ((i = 0; i < 600; i++)); do
    if [ -e "$work/mirror/index.html" ]; then break; fi
    sleep 0.2
  done
  printf '\nStarted and rendered all pages in %s ms; %s\n' "$start_ms" \
    "$(grep -o '[0-9]* pages and files are ready' "$work/cached.log")" | tee -a "$work/result.md"
  mkdir -p "$work/plain"
  for ending in "" .gz; do cp "$work/mirror/index.html$ending" "$work/plain/index.html$ending"; done
  start_nginx
  for server in "$plain" "$mirror" "$proxy"; do
    for coding in identity gzip; do
      cmp <(curl -s -H "Accept-Encoding: $coding" "$cached/") <(curl -s -H "Accept-Encoding: $coding" "$server/") ||
        fail "$server serves other bytes than the application."
    done
  done
  known=$(etag "$cached/")
  known_plain=$(etag "$plain/")
  known_mirror=$(etag "$mirror/")
  printf '\nThe front page: %s bytes, %s with gzip.\n' "$(stat -c %s "$work/plain/index.html")" "$(stat -c %s "$work/plain/index.html.gz")" |
    tee -a "$work/result.md"
  expect 304 "$cached/" "If-None-Match: $known"
  expect 304 "$plain/" "If-None-Match: $known_plain"
  expect 304 "$mirror/" "If-None-Match: $known_mirror"

  warm 50000 "$cached/"
  warm 100000 "$cached/" "Accept-Encoding: gzip"
  table "the front page"
  pair identity "$nginx" "$application" nginx "$plain/" "application alone" "$cached/"
  pair gzip "$nginx" "$application" nginx "$plain/" "application alone" "$cached/" "Accept-Encoding: gzip"
  warm 50000 "$cached/" "If-None-Match: $known"
  for ((i = 0; i < rounds; i++)); do
    measure "304 nginx" "$nginx" "$plain/" "If-None-Match: $known_plain"
    measure "304 application" "$application" "$cached/" "If-None-Match: $known"
  done
  row 304 nginx "304 nginx"
  row 304 "application alone" "304 application" "304 nginx"
  pair "mirror, identity" "$nginx" "$nginx" nginx "$plain/" "nginx on the mirror" "$mirror/"
  pair "mirror, gzip" "$nginx" "$nginx" nginx "$plain/" "nginx on the mirror" "$mirror/" "Accept-Encoding: gzip"
  for ((i = 0; i < rounds; i++)); do
    measure "mirror 304 nginx" "$nginx" "$plain/" "If-None-Match: $known_plain"
    measure "mirror 304" "$nginx" "$mirror/" "If-None-Match: $known_mirror"
  done
  row "mirror, 304" nginx "mirror 304 nginx"
  row "mirror, 304" "nginx on the mirror" "mirror 304" "mirror 304 nginx"
  pair "proxy, gzip" "$nginx" "$nginx $application" nginx "$plain/" "nginx before the application" "$proxy/" "Accept-Encoding: gzip"
  resident "Resident right after that"
  # Native memory that was used for a moment is given back by then
  sleep 20
  resident "and 20 s later"
  stop "$nginx"
  stop "$application"
}

# Tables and seeds, which are there after a start
migrated() {
  if [ ! -e "$work/cached.log" ] && [ ! -e "$work/migrated.log" ] && [ -z "${AS_DEPLOYED:-}" ]; then
    EXTRA_OPTIONS=$without_aot start_site migrated "$port" "is ready at" COLLEGE_DELIVERY_ENABLED=false
    stop "$site"
  fi
}

# Start
start() {
  local times=()
  migrated
  for ((i = 0; i < 5; i++)); do
    start_site start "$port" "is ready at"
    times+=("$start_ms")
    stop "$site"
  done
  printf '\nStarts with a migrated database until it says that it is ready: %s ms.\n' "${times[*]}" | tee -a "$work/result.md"
}

# Rendered anew for each request, with few and with many notices: a site and a copy of the database for each number, asked in turn
rendered() {
  local pages=(/ /schools /notices '/notices?page=2' /about /en /notices/benchmark-50) heavy=(/ /notices '/notices?page=2' /notices/benchmark-50)
  local search="/search?q=%E6%8B%9B%E7%94%9F" sizes=(${NOTICES:-100 10000}) searched=() size page i at=$((port + 1)) copy
  local -A pid address
  migrated
  for size in "${sizes[@]}"; do
    free_port "$at"
    copy=$(NOTICES=$size beside SearchBenchmark copy "$database" "growth_$size")
    NOTICES=$size beside SearchBenchmark make "$copy"
    if ((size <= indexed)); then
      # The search's index is made anew: the notices came past the site
      database=$copy PATIENCE=1800 EXTRA_OPTIONS=$without_aot start_site "rendered-$size" "$at" "Made the index of the search" \
        COLLEGE_DELIVERY_ENABLED=false COLLEGE_SEARCH_REBUILD=true
      searched+=("$size")
    else
      database=$copy EXTRA_OPTIONS=$without_aot start_site "rendered-$size" "$at" "is ready at" COLLEGE_DELIVERY_ENABLED=false
    fi
    pid[$size]=$site
    address[$size]=http://127.0.0.1:$at
    # The next four are taken in memory()
    at=$((at == port + 1 ? port + 5 : at + 1))
  done
  # All of them first: what they share would make the first page look dearer than the others
  for page in "${pages[@]}"; do
    for size in "${sizes[@]}"; do warm 3000 "${address[$size]}$page"; done
  done
  for page in "${pages[@]}"; do
    for size in "${sizes[@]}"; do
      expect 200 "${address[$size]}$page"
      warm 3000 "${address[$size]}$page"
    done
    for ((i = 0; i < rounds; i++)); do
      for size in "${sizes[@]}"; do measure "$size $page" "${pid[$size]}" "${address[$size]}$page"; done
    done
  done
  # The pages that the database could have more work for
  for page in "${heavy[@]}"; do
    for ((i = 0; i < rounds; i++)); do
      for size in "${sizes[@]}"; do measure "$size $page and database" "${pid[$size]} $postgres" "${address[$size]}$page"; done
    done
  done
  for size in "${searched[@]}"; do
    expect 200 "${address[$size]}$search"
    warm 3000 "${address[$size]}$search"
  done
  for ((i = 0; i < rounds; i++)); do
    for size in "${searched[@]}"; do
      measure "$size search" "${pid[$size]}" "${address[$size]}$search"
      measure "$size search and database" "${pid[$size]} $postgres" "${address[$size]}$search"
    done
  done
  for size in "${sizes[@]}"; do
    table "rendered anew, $size notices"
    for page in "${pages[@]}"; do row "\`$page\`" application "$size $page" "${sizes[0]} $page"; done
    for page in "${heavy[@]}"; do row "\`$page\`" "and PostgreSQL" "$size $page and database" "${sizes[0]} $page and database"; done
    if ((size <= indexed)); then
      row "search for 招生" application "$size search" "${searched[0]} search"
      row "search for 招生" "and PostgreSQL" "$size search and database" "${searched[0]} search and database"
    fi
    stop "${pid[$size]}"
  done
}

start_database
postgres=$(head -n 1 "$work/data/postgres/postmaster.pid")
if [ -n "${AS_DEPLOYED:-}" ]; then as_deployed; fi
machine | tee "$work/result.md"
for part in ${PARTS:-memory start rendered}; do "$part"; done
