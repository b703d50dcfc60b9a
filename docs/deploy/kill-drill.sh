#!/usr/bin/env bash
# Kills PostgreSQL and the site under people who save, ROUNDS (100) times, and counts what was lost or is there twice.
# The gate does the same with fewer rounds. About a quarter of a minute a round; everything runs at 127.0.0.1.
#
#   docs/deploy/kill-drill.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/../.."

log=target/kill-drill.log
mkdir -p target
mvn -B -ntp test -Dtest=KillRoundsTests -Dcollege.test.rounds="${1:-100}" >"$log" 2>&1 || {
  grep -A 100 'AssertionError' "$log" >&2 || tail -n 30 "$log" >&2
  exit 1
}
grep -o 'Round [0-9]*: .*' "$log" | tail -n 1 || { tail -n 30 "$log" >&2; exit 1; }
echo "Nothing acknowledged was lost, and nothing is there twice."
