#!/usr/bin/env bash
# Asks `terraform fmt`, which does nothing but parse and lay out, whether it accepts a text, and compares its verdict with ours.
#
#   fmt-verdicts.sh record                  asks about every text of src/test/resources/hcl/verdicts.tsv again and rewrites the verdicts
#   fmt-verdicts.sh files FOLDER            compares on every *.tf below a folder
#   fmt-verdicts.sh mutate FOLDER N [SEED]  compares on N spoiled excerpts of the *.tf files below a folder, and on invented texts
#
# Needs terraform on the path and compiled test classes (mvn -Dquick test-compile). Exit code 1 when a verdict differs.
set -euo pipefail
cd "$(dirname "$0")/../../.."
export TF_CLI_CONFIG_FILE=/dev/null
table=src/test/resources/hcl/verdicts.tsv
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

oracle_files() { "$java" -cp target/classes:target/test-classes dev.envgate.hcl.OracleFiles "$@"; }

# One line a file: its name and accept or reject. A file is refused when a diagnostic names it.
terraform_verdicts() {
    (cd "$1" && terraform fmt -check -list=false -recursive -no-color . 2>&1 || true) |
        sed -nE 's#^(│ )? *on (.*/)?([^ /]+\.tf) line .*#\3#p' | sort -u > "$work/refused"
    find "$1" -name '*.tf' -printf '%f\n' | sort |
        awk -v refused="$work/refused" 'BEGIN { while ((getline f < refused) > 0) r[f] = 1 } { print $0 "\t" (($0 in r) ? "reject" : "accept") }'
}

compare() {
    terraform_verdicts "$1" > "$work/theirs"
    oracle_files judge "$1" | sort > "$work/ours"
    echo "$(wc -l < "$work/ours") files, $(grep -c accept "$work/theirs") accepted by $(terraform version | head -1)"
    if ! diff "$work/theirs" "$work/ours" > "$work/differences"; then
        sed -nE 's/^< (.*)/terraform: \1/p' "$work/differences"
        kept=$(mktemp -d)
        sed -nE 's/^< ([^\t]*)\t.*/\1/p' "$work/differences" | while read -r name; do find "$1" -name "$name" -exec cp {} "$kept" \;; done
        echo "the texts are in $kept"
        return 1
    fi
    echo "no difference"
}

case "${1:-}" in
record)
    oracle_files cases "$table" "$work/cases"
    terraform_verdicts "$work/cases" | cut -f2 > "$work/verdicts"
    grep '^#' "$table" | sed -E "s/Terraform v[0-9.]+/$(terraform version | head -1)/" > "$work/table"
    paste "$work/verdicts" <(grep -v '^#' "$table" | cut -f2-) >> "$work/table"
    cp "$work/table" "$table"
    git --no-pager diff --stat -- "$table"
    ;;
files) compare "$2" ;;
mutate)
    oracle_files mutate "$2" "$work/mutants" "$3" "${4:-1}"
    compare "$work/mutants"
    ;;
*)
    sed -nE '2,/^set/s/^# ?//p' "$0"
    exit 2
    ;;
esac
