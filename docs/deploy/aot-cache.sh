#!/usr/bin/env bash
# Makes the AOT cache of an unpacked application, with which it starts in half the time. See README.md beside this file.
#
#   java -Djarmode=tools -jar target/college-site-….jar extract --destination /opt/college-site
#   docs/deploy/aot-cache.sh /opt/college-site [docs/deploy/java-options]
#
# JDK 25 or newer, the very one that will run the site. SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD name a database that
# the run may migrate and read: an empty one, or that of a copy for trying things. PORT is a free port.
set -euo pipefail
folder=$(realpath "${1:?the folder that the jar was unpacked into}")
# As the site will run
options=$(realpath "${2:-$(dirname "$0")/java-options}")
port=${PORT:-18199}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=$(cd "$folder" && ls ./*.jar | head -n 1)
work=$(mktemp -d -t aot-cache.XXXXXX)
site=
# A run that failed leaves a cache as well, of little use
trap 'status=$?; [ -z "$site" ] || kill "$site" 2>/dev/null || true; rm -rf "$work"; [ "$status" = 0 ] || rm -f "$folder/application.aot"' EXIT
cd "$folder"
rm -f application.aot
# The class path must be as it will be: the same folder, the same jar
SERVER_PORT=$port SERVER_ADDRESS=127.0.0.1 COLLEGE_DATA_DIR=$work \
  "$java" @"$options" -XX:AOTCacheOutput=application.aot -jar "$jar" >"$work/site.log" 2>&1 &
site=$!
get() { exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3 && grep -q '^HTTP/1.. 200' <&3; }
for ((i = 0; i < 600; i++)); do
  if (get /readyz) 2>/dev/null; then break; fi
  if ! kill -0 "$site" 2>/dev/null; then cat "$work/site.log" >&2; exit 1; fi
  sleep 0.5
done
for path in / /en /schools /honours /about/figures /notices /search?q=a /staff/sign-in /feed.xml /sitemap.xml; do (get "$path"); done
kill "$site"
# It writes the cache before it ends
wait "$site" || true
[ -s application.aot ] || { cat "$work/site.log" >&2; exit 1; }
ls -l application.aot
