#!/usr/bin/env bash
# Gives the state machine of samples/fleet to a validator of the Amazon States Language that others wrote (asl-validator: the language's JSON schema, and
# what the schema cannot say). That it is awake is tried first, with machines that are wrong. Exits with 3 where it cannot be had.
set -uo pipefail
cd "$(dirname "$0")/../../.."

command -v npm >/dev/null || { echo "npm is not on the PATH"; exit 3; }
command -v python3 >/dev/null || { echo "python3 is not on the PATH"; exit 3; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --no-save --prefix "$work" asl-validator@4.0.0 >/dev/null 2>&1 || { echo "the validator could not be fetched"; exit 3; }

passed=0
failed=0
machine=samples/fleet/state-machine.asl.json
valid() { "$work/node_modules/.bin/asl-validator" --json-path "$1" >"$work/out" 2>&1; }
if valid "$machine"; then
  passed=$((passed + 1))
else
  failed=$((failed + 1)) && echo "FAILED: $machine" && cat "$work/out"
fi
# spoiled NAME STATEMENT: the machine after a statement of Python is refused.
spoiled() {
  python3 - "$machine" "$work/spoiled.json" "$2" <<'PY'
import json, sys
machine = json.load(open(sys.argv[1]))
states = machine["States"]
exec(sys.argv[3])
json.dump(machine, open(sys.argv[2], "w"))
PY
  if ! cmp -s "$machine" "$work/spoiled.json" && ! valid "$work/spoiled.json"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1)) && echo "FAILED: a machine with $1 is called valid"
  fi
}
spoiled "a state that is nowhere" 'states["Shards"]["Next"] = "Nowhere"'
spoiled "an unknown type of state" 'states["Merge"]["Type"] = "Container"'
spoiled "a path that is none" 'states["Shards"]["ItemSelector"]["bucket.$"] = "$.[bucket"'
spoiled "no end" 'states["Merge"].pop("End")'
spoiled "a mode that is none" 'states["Shards"]["ItemProcessor"]["ProcessorConfig"]["Mode"] = "SPREAD"'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
