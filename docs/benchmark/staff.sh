#!/usr/bin/env bash
# Measures the pages of the back office with few and with many notices. See README.md beside this file.
#
#   docs/benchmark/staff.sh [target/benchmark]
#
# PORT, ITEMS, REVISIONS (of each item), REQUESTS and WARM_UPS change what their names say.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(realpath -m "${1:-target/benchmark}")
port=${PORT:-18190}
# Else 401 answers to a site that somebody else runs would be measured
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
token=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')

COLLEGE_DELIVERY_ENABLED=false COLLEGE_STAFF_SETUP_TOKEN=$token COLLEGE_DATA_DIR=$work/data SERVER_PORT=$port SERVER_ADDRESS=127.0.0.1 \
  java -cp "target/classes:$libraries" edu.wenzhou.site.CollegeSiteApplication >"$work/site.log" 2>&1 &
site=$!
# The site stops its PostgreSQL itself
trap 'kill "$site" 2>/dev/null || true; wait "$site" 2>/dev/null || true; rm -rf "$work/data"' EXIT

for ((i = 0; i < 180; i++)); do
  if ! kill -0 "$site" 2>/dev/null; then
    echo "The site did not start:" >&2
    tail -n 20 "$work/site.log" >&2
    exit 1
  fi
  # The port is open before there is a link to set it up with
  if grep -q "is ready at" "$work/site.log"; then break; fi
  sleep 1
done

database=$(sed -n 4p "$work/data/postgres/postmaster.pid")
COLLEGE_STAFF_SETUP_TOKEN=$token java -cp "$libraries" docs/benchmark/StaffBenchmark.java \
  "http://127.0.0.1:$port" "jdbc:postgresql://127.0.0.1:$database/college?user=postgres" | tee "$work/result.md"
