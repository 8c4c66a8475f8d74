#!/usr/bin/env bash
# Gives the reports of the packaged program to readers that others wrote: Microsoft's validator of SARIF with GitHub's rules, and a parser of TAP.
# Exits with 3 where they cannot be had.
set -uo pipefail
cd "$(dirname "$0")/../../.."

command -v npm >/dev/null || { echo "npm is not on the PATH"; exit 3; }
[ "$(uname -s)" = Linux ] || { echo "the validator of SARIF is fetched for Linux only"; exit 3; }
[ -f target/envgate.jar ] || { echo "not built: mvn package"; exit 3; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --no-save --prefix "$work" \
  tap-parser@18.3.4 @microsoft/sarif-multitool-linux@5.7.0 >/dev/null 2>&1 ||
  { echo "the readers could not be fetched"; exit 3; }
multitool=$work/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod +x "$multitool"

passed=0
failed=0
# reads NAME ARGUMENTS...: both readers take the reports of a run.
reads() {
  local name=$1
  shift
  bin/envgate check "$@" --report "sarif=$work/$name.sarif" --report "tap=$work/$name.tap" >/dev/null 2>"$work/err"
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$multitool" validate "$work/$name.sarif" --rule-kind "Sarif;Gh" \
    --output "$work/$name.verdict" >"$work/said" 2>&1
  if [ -f "$work/$name.verdict" ] && ! grep -E ': error ' "$work/said"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1)) && echo "FAILED: $name as SARIF" && tail -5 "$work/said"
  fi
  # It ends with 1 when a test failed, which is no fault of the format.
  if "$work/node_modules/.bin/tap-parser" --strict --json=0 <"$work/$name.tap" >"$work/parsed" 2>&1 || grep -q '"plan"' "$work/parsed"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1)) && echo "FAILED: $name as TAP" && tail -5 "$work/parsed"
  fi
}

incident=(--env-file samples/hokusai/.env.example --terraform samples/hokusai)
reads incident "${incident[@]}" --deployed samples/hokusai/revision-150.json
reads fixed "${incident[@]}" --deployed samples/hokusai/revision-151.json
reads offline "${incident[@]}" --offline
reads verified "${incident[@]}" --offline --require-verified
reads unread --terraform src/test/resources/reports/broken-input --env-file src/test/resources/reports/broken-input/.env.example
for each in many-findings hostile-names notes-only set-aside; do
  reads "$each" --env-file "src/test/resources/reports/$each/.env.example" --terraform "src/test/resources/reports/$each" --offline
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
