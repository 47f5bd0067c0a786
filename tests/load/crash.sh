#!/usr/bin/env bash
# Kills the site (kill -9) at random instants while 8 clients autosave, upload and send, then looks for everything they
# were told: bash tests/load/crash.sh [seconds]. Last line: "N acknowledged, 0 lost, 0 half-written".
source "$(dirname "$0")/common.sh"
run crash "${1:-120}"
