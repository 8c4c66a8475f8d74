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
# The workflow that `envgate init` writes has a branch in the place of the word.
init=$(mktemp -d)
trap 'rm -rf "$init"' EXIT
sed 's/@BRANCH@/main/' src/main/resources/dev/envgate/init/github.yml >"$init/github.yml"
"${lint[@]}" -shellcheck= -pyflakes= "$init/github.yml" .github/workflows/*.yml docs/pipelines/github.yml samples/fleet/nightly.yml
