#!/usr/bin/env bash
# Measures searches among many notices. See README.md beside this file.
#
#   docs/benchmark/search.sh [target/search-benchmark]
#
# PORT, NOTICES, REQUESTS and WARM_UPS change what their names say.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(realpath -m "${1:-target/search-benchmark}")
port=${PORT:-18191}
# Else a site that somebody else runs would be measured
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  echo "Port $port is taken; set PORT to a free one." >&2
  exit 1
fi
mkdir -p "$work"
if [ -e "$work/data" ]; then
  echo "$work/data is left from another run; look whether a site uses it, then delete it." >&2
  exit 1
fi

mvn -q -B -ntp process-classes dependency:build-classpath -DincludeScope=runtime "-Dmdep.outputFile=$work/classpath"
libraries=$(cat "$work/classpath")
site=

stop() {
  if [ -n "$site" ]; then
    # The site stops its PostgreSQL itself
    kill "$site" 2>/dev/null || true
    wait "$site" 2>/dev/null || true
    site=
  fi
}
trap 'stop; rm -rf "$work/data"' EXIT

# start LINE: until the site has logged it. Making the index of 20,000 notices takes ten minutes
patience=$((1800 + ${NOTICES:-20000} / 10))
start() {
  COLLEGE_DELIVERY_ENABLED=false COLLEGE_SEARCH_REBUILD=true COLLEGE_SEARCH_PER_MINUTE=1000000 COLLEGE_DATA_DIR=$work/data \
    SERVER_PORT=$port SERVER_ADDRESS=127.0.0.1 \
    java -cp "target/classes:$libraries" edu.wenzhou.site.CollegeSiteApplication >"$work/site.log" 2>&1 &
  site=$!
  for ((i = 0; i < patience; i++)); do
    if grep -q "$1" "$work/site.log"; then return; fi
    if ! kill -0 "$site" 2>/dev/null; then break; fi
    sleep 1
  done
  echo "The site did not start:" >&2
  tail -n 20 "$work/site.log" >&2
  exit 1
}

database() {
  echo "jdbc:postgresql://127.0.0.1:$(sed -n 4p "$work/data/postgres/postmaster.pid")/college?user=postgres"
}

start "is ready at"
java -cp "$libraries" docs/benchmark/SearchBenchmark.java make "$(database)"
stop
start "Made the index of the search"
grep -o "Made the index of the search.*" "$work/site.log" | tee "$work/result.md"
java -cp "$libraries" docs/benchmark/SearchBenchmark.java "http://127.0.0.1:$port" "$(database)" | tee -a "$work/result.md"
