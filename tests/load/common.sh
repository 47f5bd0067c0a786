# What the load scripts share: builds the site and its clients in Release, makes a scratch folder, cleans up.
# SITE=path/to/Initiatives.Web.dll takes a published copy instead of building; KEEP=1 leaves the scratch folder.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

clients=tests/Initiatives.Load/bin/Release/net10.0/Initiatives.Load.dll

if [ "${BUILD:-1}" != 0 ]; then
  echo 'Building (Release)…'
  if [ -z "${SITE:-}" ]; then dotnet build src/Initiatives.Web -c Release --nologo -v q -clp:ErrorsOnly || exit 1; fi
  dotnet build tests/Initiatives.Load -c Release --nologo -v q -clp:ErrorsOnly || exit 1
fi
export SITE=${SITE:-$PWD/src/Initiatives.Web/bin/Release/net10.0/Initiatives.Web.dll}

SCRATCH=$(mktemp -d)
export SCRATCH
child=''
tidy() {
  if [ -n "$child" ]; then kill "$child" 2>/dev/null; wait "$child" 2>/dev/null; fi
  if [ "${KEEP:-0}" = 1 ]; then echo "Kept: $SCRATCH" >&2; else rm -rf "$SCRATCH"; fi
}
trap tidy EXIT
trap 'exit 130' INT TERM

run() {
  dotnet "$clients" "$@" &
  child=$!
  wait "$child"
  local code=$?
  child=''
  return "$code"
}
