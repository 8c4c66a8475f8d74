#!/usr/bin/env bash
# The gate and the contract tests against MiniStack, a second AWS that others wrote, with a recorder before it: nothing is asked that
# docs/aws-calls.md does not list, and no value of a secret. Needs what Maven has built.
# Exit code 0: all is well; 1: it is not; 3: MiniStack could not be installed here.
set -euo pipefail
. "$(dirname -- "$0")/../moto/lib.sh"

here=$home/src/test/ministack
work=$home/target/ministack
venv=$work/venv

say() {
  printf 'ministack: %s\n' "$*"
}

free_port() {
  "$venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

await() {
  for _ in $(seq 150); do
    "$venv/bin/python" -c 'import sys, socket; socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1).close()' "$1" 2>/dev/null && return
    sleep 0.1
  done
  fail "nothing listens; see $work."
}

start() {
  local port recorder
  port=$(free_port)
  rm -rf "$work/state"
  GATEWAY_PORT=$port BIND_HOST=127.0.0.1 MINISTACK_HOST=127.0.0.1 MINISTACK_ACCOUNT_ID=123456789012 STATE_DIR=$work/state \
    DOCKER_HOST=tcp://127.0.0.1:1 "$venv/bin/python" "$here/serve.py" >"$work/ministack.log" 2>&1 &
  servers=$!
  trap 'kill $servers 2>/dev/null || true' EXIT
  await "$port"
  emulated=http://127.0.0.1:$port
  recorder=$(free_port)
  : >"$work/asked.txt"
  "$venv/bin/python" "$here/record.py" "$recorder" "$emulated" "$work/asked.txt" 2>"$work/record.log" &
  servers="$servers $!"
  await "$recorder"
  endpoint=http://127.0.0.1:$recorder
  say "listening on $emulated, recorded on $endpoint"
}

seed() {
  plain "$venv/bin/python" "$home/src/test/moto/seed.py" --endpoint "$emulated" "$@"
}

# No operation that the published list does not have, and none that would hand out a secret.
asked_only_what_is_listed() {
  local operation
  [ -s "$work/asked.txt" ] || fail "nothing was recorded."
  sort -u "$work/asked.txt" | while read -r operation; do
    grep -qF "| \`$operation\` |" "$home/docs/aws-calls.md" || fail "$operation is not in docs/aws-calls.md."
  done
  ! grep -q 'GetSecretValue' "$work/asked.txt" || fail "the value of a secret was asked for."
  say "asked: $(sort "$work/asked.txt" | uniq -c | awk '{ printf "%s %s, ", $1, $2 }')nothing else"
}

install
start

sample=$home/samples/hokusai
cd "$home"
seed "$sample/world-incident.json"
# MiniStack judges roles that the world does not have, so there are more errors than the one of the incident.
check incident 1 --env-file samples/hokusai/.env.example --terraform samples/hokusai
asked_only_what_is_listed

seed "$home/src/test/resources/dev/envgate/aws/contract-world.json"
mvn -B -q -Dquick test -Dtest=ContractTest "-Denvgate.endpoint=$emulated" "-Denvgate.lies=$here/known-lies.tsv" || fail "the contract is not kept."
say "the contract is kept, but for the lies in known-lies.tsv"
