#!/usr/bin/env bash
# CPU and latency of single pages on the data of `seed scale`: bash tests/load/pages.sh [name…]
# Release build, SQLite on disk, wrk at 8 connections, warm (20 s), median of 3 runs of 10 s. One line a page:
#   name cpu_ms=… p50_ms=… p99_ms=… rps=… bytes=…
# Fails when an answer is outside 2xx and 3xx. WARM=, SECONDS_EACH=, RUNS= shorten it for a look.
source "$(dirname "$0")/common.sh"
if ! command -v wrk >/dev/null; then
  if [ "$(id -u)" -ne 0 ]; then echo 'Missing: wrk (Debian: apt-get install wrk).' >&2; exit 1; fi
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wrk >/dev/null || exit 1
fi
run pages "$@"
