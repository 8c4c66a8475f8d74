#!/usr/bin/env bash
# The gate and the contract tests against MiniStack, a second AWS that others wrote. Needs what Maven has built.
# Exit code 0: all is well; 1: it is not; 3: MiniStack could not be installed here.
set -euo pipefail
. "$(dirname -- "$0")/../moto/lib.sh"

here=$home/src/test/ministack
work=$home/target/ministack
venv=$work/venv

say() {
  printf 'ministack: %s\n' "$*"
}

start() {
  local port
  port=$(free_port)
  rm -rf "$work/state"
  GATEWAY_PORT=$port BIND_HOST=127.0.0.1 MINISTACK_HOST=127.0.0.1 MINISTACK_ACCOUNT_ID=123456789012 STATE_DIR=$work/state \
    DOCKER_HOST=tcp://127.0.0.1:1 "$venv/bin/python" "$here/serve.py" >"$work/ministack.log" 2>&1 &
  servers+=($!)
  await "$port"
  emulated=http://127.0.0.1:$port
}

install
start
record ministack

sample=$home/samples/hokusai
cd "$home"
seed "$sample/world-incident.json"
# MiniStack judges roles that the world does not have, so there are more errors than the one of the incident.
check incident 1 --env-file samples/hokusai/.env.example --terraform samples/hokusai

seed "$home/src/test/resources/dev/envgate/aws/contract-world.json"
contract
