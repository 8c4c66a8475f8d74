#!/usr/bin/env bash
# Asks `terraform fmt`, which does nothing but parse and lay out, whether it accepts a text, and compares its verdict with ours.
#
#   fmt-verdicts.sh record                  asks about every text of src/test/resources/hcl/verdicts.tsv again and rewrites the verdicts
#   fmt-verdicts.sh files FOLDER            compares on every *.tf below a folder
#   fmt-verdicts.sh mutate FOLDER N [SEED]  compares on N spoiled variants of the *.tf files below a folder, and on invented texts
#
# Needs terraform on the path and compiled test classes (mvn -Dquick test-compile). What differs is printed as lines for the table.
# `mvn -Pnightly verify` does the same with the files of this repository.
set -euo pipefail
cd "$(dirname "$0")/../../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

oracle_files() { "$java" -cp target/classes:target/test-classes dev.envgate.hcl.OracleFiles "$@"; }

case "${1:-}" in
record) oracle_files record src/test/resources/hcl/verdicts.tsv ;;
files) oracle_files files "$2" ;;
mutate) oracle_files mutate "$2" "$3" "${4:-1}" ;;
*)
    sed -nE '2,/^set/s/^# ?//p' "$0"
    exit 2
    ;;
esac
