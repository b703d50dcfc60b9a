# What the scripts that measure the packaged application share. Each sets $work, a folder of its own, before it reads this file.
# Everything is started at 127.0.0.1, and ended by its process id.

PATH=$PATH:/usr/sbin:/sbin
: "${JAVA_HOME:=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}"
# Of the measured application
java_options=${JAVA_OPTIONS--Xmx256m}
started=()
# Where the site is started; of the jar itself it does not matter
folder=.

fail() {
  echo "$*" >&2
  exit 1
}

need() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || fail "This needs $program: apt-get install $program"
  done
}

# Else another program's answers would be measured
free_port() {
  if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then fail "Port $1 is taken; set PORT to another."; fi
}

end() {
  local pid=$1 i
  kill "$pid" 2>/dev/null || true
  for ((i = 0; i < 300; i++)); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -9 "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

# The database came first, and goes last
end_all() {
  local i
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do end "${started[i]}"; done
  started=()
}

# prepare: the jar, the libraries for what runs beside it, and an empty work folder
prepare() {
  if [ -e "$work" ]; then
    fail "$work is left from another run; look whether something uses it, then delete it."
  fi
  mkdir -p "$work"
  trap 'end_all; rm -rf "$work/data" "$work/mirror"' EXIT
  trap 'exit 130' INT TERM
  local goals=(dependency:build-classpath -DincludeScope=runtime "-Dmdep.outputFile=$work/classpath")
  if [ -z "${JAR:-}" ]; then goals=(package -DskipTests "${goals[@]}"); fi
  # The build's own JDK, whatever the application runs on
  env -u JAVA_HOME mvn -q -B -ntp ${MAVEN_OPTIONS:-} "${goals[@]}" >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }
  libraries=$(cat "$work/classpath")
  jar=${JAR:-$(ls target/college-site-*.jar | grep -v -e sources -e javadoc | head -n 1)}
}

beside() {
  local program=$1
  shift
  java -cp "$libraries" "docs/benchmark/$program.java" "$@"
}

# PostgreSQL from the libraries; sets $database
start_database() {
  java -XX:+UseSerialGC -Xmx256m -cp "$libraries" docs/benchmark/BenchmarkDatabase.java "$work/data" >"$work/database.log" 2>&1 &
  started+=($!)
  local i
  for ((i = 0; i < 1200; i++)); do
    if [ -s "$work/data/url" ]; then
      database=$(cat "$work/data/url")
      return
    fi
    kill -0 "${started[-1]}" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 20 "$work/database.log" >&2
  fail "PostgreSQL did not start."
}

# as_deployed: from now on the site runs as in the image, unpacked, with its options and an AOT cache. Migrates the database
as_deployed() {
  folder=$work/application
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$folder" >"$work/unpack.log" 2>&1 ||
    { cat "$work/unpack.log" >&2; exit 1; }
  cp docs/deploy/java-options "$folder/"
  export MALLOC_ARENA_MAX=1
  PORT=$port JAVA_HOME=$JAVA_HOME SPRING_DATASOURCE_URL=$database SPRING_DATASOURCE_USERNAME=postgres SPRING_DATASOURCE_PASSWORD= \
    docs/deploy/aot-cache.sh "$folder" >"$work/aot-cache.log" 2>&1 || { cat "$work/aot-cache.log" >&2; exit 1; }
  jar=./$(basename "$jar")
  java_options="@java-options $java_options -XX:AOTCache=application.aot"
}

# start_site NAME PORT LINE [VARIABLE=VALUE...]: until it has logged the line; sets $site to its pid and $start_ms
start_site() {
  local name=$1 port=$2 line=$3 log=$work/$1.log i begin
  shift 3
  free_port "$port"
  : >"$log"
  begin=$(date +%s%N)
  env SPRING_DATASOURCE_URL="$database" SPRING_DATASOURCE_USERNAME=postgres SPRING_DATASOURCE_PASSWORD= \
    COLLEGE_DATA_DIR="$work/data" COLLEGE_DELIVERY_MIRROR_DIR="$work/mirror" COLLEGE_SEARCH_PER_MINUTE=1000000 \
    SERVER_PORT="$port" SERVER_ADDRESS=127.0.0.1 "$@" \
    bash -c 'cd "$1" && shift && exec "$@"' - "$folder" "$JAVA_HOME/bin/java" $java_options ${EXTRA_OPTIONS:-} -jar "$jar" >"$log" 2>&1 &
  site=$!
  started+=("$site")
  for ((i = 0; i < ${PATIENCE:-120} * 50; i++)); do
    if grep -q "$line" "$log"; then
      start_ms=$((($(date +%s%N) - begin) / 1000000))
      return
    fi
    kill -0 "$site" 2>/dev/null || break
    sleep 0.02
  done
  tail -n 20 "$log" >&2
  fail "The application ($name) did not log: $line"
}

# stop PID: one of those started
stop() {
  local pid kept=()
  end "$1"
  for pid in "${started[@]}"; do
    if [ "$pid" != "$1" ]; then kept+=("$pid"); fi
  done
  started=("${kept[@]}")
}

# cpu PID...: milliseconds that these processes and their children have used
cpu() {
  local pid total=0 ticks hertz
  hertz=$(getconf CLK_TCK)
  for pid in "$@" $(for pid in "$@"; do pgrep -P "$pid" || true; done); do
    # After the name, which may hold spaces: utime and stime are the 12th and 13th, then those of children that have ended
    if ticks=$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null); then
      set -- $ticks
      total=$((total + ${12} + ${13} + ${14} + ${15}))
    fi
  done
  echo $((total * 1000 / hertz))
}

machine() {
  echo "$(date -u +%F), $(. /etc/os-release && echo "$PRETTY_NAME"), $(nproc) cores ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), load $(cut -d' ' -f1 /proc/loadavg) before; $("$JAVA_HOME/bin/java" -version 2>&1 | sed -n 's/.*Runtime Environment *//p'), \`$java_options\`"
}
