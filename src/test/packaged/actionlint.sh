#!/usr/bin/env bash
# Lints the workflows of this project, those that the documents show, and the action's use in them. Exits with 3 where it cannot be had.
set -uo pipefail
cd "$(dirname "$0")/../../.."

if command -v actionlint >/dev/null; then
  lint=(actionlint)
elif command -v go >/dev/null; then
  lint=(go run github.com/rhysd/actionlint/cmd/actionlint@v1.7.12)
else
  echo "neither actionlint nor go is on the PATH"
  exit 3
fi
"${lint[@]}" -version >/dev/null 2>&1 || { echo "actionlint could not be fetched"; exit 3; }
"${lint[@]}" -shellcheck= -pyflakes= .github/workflows/*.yml docs/pipelines/github.yml
