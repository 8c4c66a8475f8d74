#!/usr/bin/env bash
# Packs the last commit twice, in two directories, and compares every byte of what users install.
set -uo pipefail
cd "$(dirname "$0")/../../.."

git rev-parse --verify -q HEAD >/dev/null || { echo "no git repository"; exit 3; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for each in one "another place"; do
  mkdir "$work/$each"
  git archive HEAD | tar x -C "$work/$each" || exit 1
  (cd "$work/$each" && mvn -B -ntp -q -Dquick -Dmaven.test.skip=true -Pdist package) || exit 1
done
cat "$work/one/target/dist/SHA256SUMS"
if diff "$work/one/target/dist/SHA256SUMS" "$work/another place/target/dist/SHA256SUMS"; then
  echo "1 passed, 0 failed"
else
  echo "0 passed, 1 failed"
  exit 1
fi
