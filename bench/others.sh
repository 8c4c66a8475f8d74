#!/usr/bin/env bash
# Puts the incident before tools for the nearest jobs, and measures them beside envgate, in turns: bench/others.sh [ROUNDS].
# They are installed in target/bench/tools, from PyPI and npm. TF_PLUGINS naming a directory with the AWS provider 5.100.0 adds `terraform validate`.
set -euo pipefail
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
tools=$home/target/bench/tools
[ -x "$tools/bin/pip" ] || python3 -m venv "$tools"
"$tools/bin/pip" install --quiet checkov==3.3.30 dotenv-linter==0.9.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tools" dotenv-diff@2.8.1
exec "$home/bench/beside" others "$tools" "${1:-5}"
