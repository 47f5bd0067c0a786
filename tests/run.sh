#!/usr/bin/env bash
# Runs everything that guards the repository, from a fresh clone: bash tests/run.sh
# Needs .NET SDK 10 and Node 20; installs PostgreSQL and Chromium from Debian where it may. What is missing is a failure,
# never a skipped test. One line per suite; the last line is "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

results=$PWD/tests/TestResults
# The tests' databases and files lie in memory where it has room: on a disk each of their many commits waits for it.
memory=/dev/shm
if [ ! -w "$memory" ] || [ "$(df -Pm "$memory" | awk 'END { print $4 }')" -lt 3072 ]; then memory=${TMPDIR:-/tmp}; fi
scratch=$(mktemp -d "$memory/sangkien-XXXXXX") || exit 1
status=0
data=''
pgbin=''

cleanup() {
  if [ -n "$data" ]; then as_postgres "$pgbin/pg_ctl" stop -D "$data" -m immediate -s >/dev/null 2>&1; fi
  rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# The server refuses to run as root; where we are not root it runs as ourselves.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

die() {
  echo "$1" >&2
  summary
  exit "${2:-1}"
}

# Adds up the counters of every TRX file.
summary() {
  local total=0 executed=0 passed=0 counters
  for trx in "$results"/*.trx; do
    [ -e "$trx" ] || continue
    counters=$(grep -o '<Counters [^>]*>' "$trx" | head -n 1)
    total=$((total + $(counter "$counters" total)))
    executed=$((executed + $(counter "$counters" executed)))
    passed=$((passed + $(counter "$counters" passed)))
  done
  if [ "$total" -eq 0 ] && [ "$status" -eq 0 ]; then
    echo 'No test ran.' >&2
    status=1
  fi
  if [ $((executed - passed)) -gt 0 ] && [ "$status" -eq 0 ]; then status=1; fi
  echo "$passed passed, $((executed - passed)) failed, $((total - executed)) skipped"
}

counter() {
  local value
  value=$(printf '%s' "$1" | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p")
  echo "${value:-0}"
}

# step NAME COMMAND…: one line when it passes, its output when it does not; the first failing exit code is kept.
step() {
  local name=$1 log=$scratch/$1.log code began=$SECONDS
  shift
  "$@" >"$log" 2>&1
  code=$?
  if [ "$code" -eq 0 ]; then
    printf '%-28s ok      %4d s\n' "$name" "$((SECONDS - began))"
  else
    printf '%-28s FAILED  %4d s\n' "$name" "$((SECONDS - began))"
    tail -n 120 "$log" | sed 's/^/    /'
    [ "$status" -ne 0 ] || status=$code
  fi
  return "$code"
}

find_postgres() {
  pgbin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
  if [ -z "$pgbin" ] && command -v initdb >/dev/null; then pgbin=$(dirname "$(command -v initdb)"); fi
  [ -n "$pgbin" ]
}

find_chromium() {
  # The shell without a user interface first: the same engine at half the work.
  CHROMIUM=$(command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome) && export CHROMIUM
}

tools() {
  local missing=()
  find_postgres || missing+=(postgresql)
  find_chromium || missing+=(chromium-headless-shell)
  [ "${#missing[@]}" -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing: ${missing[*]}. Install them (Debian: apt-get install ${missing[*]}) and run this again."
    return 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" || return 1
  find_postgres && find_chromium
}

start_postgres() {
  local folder=$scratch/postgres port
  port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})') || return 1
  mkdir "$folder" && chmod 755 "$scratch" || return 1
  if [ "$(id -u)" -eq 0 ]; then chown postgres: "$folder" || return 1; fi
  as_postgres "$pgbin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync || return 1
  data=$folder/data
  as_postgres "$pgbin/pg_ctl" start -w -s -D "$data" -l "$folder/log" \
    -o "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=$port -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=256MB" || return 1
  export TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
}

# Style is the build's to enforce (EnforceCodeStyleInBuild).
formatted() {
  dotnet format whitespace --folder . --verify-no-changes --exclude wwwroot-assets
}

# suite NAME PROJECT [FILTER]: leaves NAME.trx; a suite that leaves none has failed. Answers its exit code. A test that hangs is named and ended.
suite() {
  local name=$1 project=$2
  step "$name" dotnet test "$project" --filter "${3:-}" --no-build --nologo -v q --blame-hang-timeout 9m --blame-hang-dump-type none --logger "trx;LogFileName=$name.trx" --results-directory "$results"
  if [ ! -s "$results/$name.trx" ]; then
    echo "    $name left no results." >&2
    [ "$status" -ne 0 ] || status=1
  fi
  return "$status"
}

rm -rf "$results"
mkdir -p "$results"
command -v dotnet >/dev/null || die 'Missing: .NET SDK 10.'
command -v node >/dev/null || die 'Missing: Node 20.'

step tools tools || die 'PostgreSQL and Chromium are needed.' "$status"
step build dotnet build Initiatives.sln --nologo -v q || die 'The build failed.' "$status"
step postgres start_postgres || die 'PostgreSQL did not start.' "$status"
step format formatted

# A suite compiles more than it repeats: what is optimised only after 4096 calls, without counting how, costs it a quarter less CPU,
# and code pages that need not be mapped twice another tenth. It collects after 64 MB, not after what fits a cache.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=1000 DOTNET_EnableWriteXorExecute=0 DOTNET_GCgen0size=0x4000000
export TMPDIR=$scratch

# The browser waits for pages more than it works: it runs beside the others.
suite Initiatives.Browser.Tests tests/Initiatives.Browser.Tests &
browser=$!
suite Initiatives.Domain.Tests tests/Initiatives.Domain.Tests
suite Initiatives.Web.Tests-Sqlite tests/Initiatives.Web.Tests
# What asks no database is not asked twice; nor are all answers compared twice: the predicates behind them are, by the wall tests.
TEST_DATABASE=Postgres suite Initiatives.Web.Tests-Postgres tests/Initiatives.Web.Tests 'FullyQualifiedName!~.Architecture.&FullyQualifiedName!~.Documents.&FullyQualifiedName!~.Components.&FullyQualifiedName!~Tests.Files.&FullyQualifiedName!~HiddenFactsTests'
wait "$browser" || status=$?

summary
exit "$status"
