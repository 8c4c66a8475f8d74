#!/usr/bin/env bash
# Holds docs/dependencies.md to the libraries that are packed: none may be added, or go, without its line.
set -uo pipefail
cd "$(dirname "$0")/../../.."

[ -d target/packing/lib ] || { echo "not built: mvn -Pdist package"; exit 3; }
packed=$(for jar in target/packing/lib/*.jar; do basename "$jar" | sed -E 's/-[0-9][0-9.]*\.jar$//'; done | sort)
told=$(sed -n 's/^| \([a-z0-9, -]*\) |.*/\1/p' docs/dependencies.md | tr ',' '\n' | tr -d ' ' | grep -vx library | sort)
if ! diff <(echo "$packed") <(echo "$told") >/dev/null; then
  echo "docs/dependencies.md does not tell what is packed (<: packed only, >: told only):"
  diff <(echo "$packed") <(echo "$told") | grep '^[<>]'
  echo "0 passed, 1 failed"
  exit 1
fi
# The versions that it tells are those of the build.
failed=0
for library in picocli jackson-databind snakeyaml-engine re2j jspecify slf4j-nop ecs; do
  version=$(basename target/packing/lib/"$library"-[0-9]*.jar .jar | sed "s/^$library-//")
  grep -E "^\| $library[ ,]" docs/dependencies.md | grep -F "| $version" >/dev/null || { echo "FAILED: $library is $version, the page tells another"; failed=$((failed + 1)); }
done
echo "$((8 - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
