#!/usr/bin/env bash
# Reads sitemaps of 50,000 addresses from the packaged application, with 64 MB of heap beside what it needs idle. See README.md beside this
# file.
#
#   docs/benchmark/sitemap.sh [target/sitemap-benchmark]
#
# PORT (18210), NOTICES (25000, in two languages), HEADROOM (64, in MB), JAR, JAVA_HOME.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(realpath -m "${1:-target/sitemap-benchmark}")
. docs/benchmark/common.sh
need curl
port=${PORT:-18210}
headroom=${HEADROOM:-64}
export NOTICES=${NOTICES:-25000}
# Tells the heap in whole numbers, and collects all of it
java_options="-XX:+UseSerialGC -Xmx512m"
prepare
machine | tee "$work/result.md"

# Kilobytes of objects that are in use
heap() {
  "$JAVA_HOME/bin/jcmd" "$1" GC.run >/dev/null
  "$JAVA_HOME/bin/jcmd" "$1" GC.heap_info |
    awk '/generation/ { for (i = 1; i < NF; i++) if ($i == "used") { sub("K.*", "", $(i + 1)); sum += $(i + 1) } } END { print sum }'
}

# read_all KIND: every address of a sitemap and its parts; prints addresses, bytes and milliseconds
read_all() {
  local begin first rest part
  begin=$(date +%s%N)
  first=$(curl -sf "http://127.0.0.1:$port/$1.xml")
  rest=$(sed 's/<loc>/\n&/g' <<<"$first" | sed -n "s|^<loc>[^<]*\(/$1-[0-9]*\.xml\)</loc>.*|\1|p")
  for part in $rest; do curl -sf "http://127.0.0.1:$port$part"; done |
    awk -v begin="$begin" 'BEGIN { RS = "<url>" } { bytes += length($0) + 5; n++ } END { printf "%d %d ", n - 1, bytes }'
  echo $((($(date +%s%N) - begin) / 1000000))
}

start_database
PATIENCE=600 start_site first "$port" "Made the index of the search" COLLEGE_DELIVERY_ENABLED=false
stop "$site"
beside SearchBenchmark make "$database"
PATIENCE=600 start_site idle "$port" "is ready at" COLLEGE_DELIVERY_ENABLED=false
curl -sf "http://127.0.0.1:$port/" >/dev/null
curl -sf "http://127.0.0.1:$port/robots.txt" >/dev/null
idle=$(heap "$site")
stop "$site"

most=$((idle / 1024 + headroom))
java_options="-XX:+UseSerialGC -Xmx${most}m -XX:+ExitOnOutOfMemoryError -Xlog:gc:file=$work/gc.log"
PATIENCE=600 start_site narrow "$port" "is ready at" COLLEGE_DELIVERY_ENABLED=false
curl -sf "http://127.0.0.1:$port/" >/dev/null
before=$(heap "$site")
lines=$(wc -l <"$work/gc.log")
{
  printf '\nIdle %d MB of heap; started with %d MB.\n\n' $((idle / 1024)) "$most"
  printf '| sitemap | addresses | MB | ms |\n|---|---:|---:|---:|\n'
} | tee -a "$work/result.md"
for kind in sitemap sitemap-baidu; do
  set -- $(read_all "$kind")
  if [ "$1" -lt 50000 ]; then fail "$kind has only $1 addresses."; fi
  printf '| `%s.xml` and its parts | %d | %d | %d |\n' "$kind" "$1" $(($2 / 1000000)) "$3" | tee -a "$work/result.md"
done
# After each collection: what was still in use, the answers under way included
peak=$(tail -n +$((lines + 1)) "$work/gc.log" | sed -n 's/.*->\([0-9]*\)M(.*/\1/p' | sort -n | tail -n 1)
printf '\nIn use after a collection: %d MB before, at most %s MB while they were read.\n' $((before / 1024)) "${peak:-0}" | tee -a "$work/result.md"
