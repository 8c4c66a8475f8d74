#!/usr/bin/env bash
# Judges what the program asked of the emulators in the checks before this one: src/test/moto/run.sh, src/test/moto/terraform.sh and
# src/test/ministack/run.sh, each with a recorder before it. Exit code 0: all is well; 1: it is not; 3: one of them has not run here.
set -euo pipefail
cd "$(dirname -- "$0")/../../.."

python=$(command -v python3.11 || command -v python3) || { echo "Python 3 was not found."; exit 3; }
records=()
for each in moto ministack terraform; do
  [ -s "target/recorded/$each.tsv" ] || { echo "nothing was recorded of $each"; exit 3; }
  records+=("target/recorded/$each.tsv")
done
# The versions of a secret are asked for where a task started before it was changed: in the emulators the seconds decide that.
"$python" src/test/recorder/asked.py --perhaps secretsmanager:ListSecretVersionIds docs/aws-calls.md "${records[@]}"
