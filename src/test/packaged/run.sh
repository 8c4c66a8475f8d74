#!/usr/bin/env bash
# Runs the program as Maven has packed it, in a process of its own, as a user would.
set -uo pipefail
cd "$(dirname "$0")/../../.."

envgate=$PWD/bin/envgate
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# expect NAME EXIT PATTERN COMMAND...: the command must end with EXIT and print a line that matches PATTERN.
expect() {
  local name=$1 exit=$2 pattern=$3
  shift 3
  "$@" >"$work/out" 2>&1 </dev/null
  local status=$?
  if [ "$status" -eq "$exit" ] && grep -qE -- "$pattern" "$work/out"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name: exit $status, wanted $exit and a line like: $pattern"
    sed 's/^/    /' "$work/out" | head -40
  fi
}

# No credentials, no profile, no region, no home of the user's, no instance metadata.
clean=(env -i PATH="$PATH" HOME="$work" LANG=C.UTF-8 AWS_EC2_METADATA_DISABLED=true)
offline=(--env-file samples/hokusai/.env.example --terraform samples/hokusai)

expect "the demonstration closes the gate" 1 'error\[undeployed\] HUGGINGFACE_API_KEY' "${clean[@]}" "$envgate" demo
expect "the repaired world opens it" 0 'envgate: open' "${clean[@]}" "$envgate" demo --fixed
expect "the incident from files" 1 '"rule" : "undeployed"' \
  "${clean[@]}" "$envgate" check "${offline[@]}" --deployed samples/hokusai/revision-150.json --report json=-
expect "the repaired revision from files" 0 'envgate: open' \
  "${clean[@]}" "$envgate" check "${offline[@]}" --deployed samples/hokusai/revision-151.json
expect "nothing of AWS at hand" 3 'credentials' "${clean[@]}" AWS_REGION=us-east-1 "$envgate" check "${offline[@]}"
expect "an option that does not exist" 2 'did you mean' "${clean[@]}" "$envgate" check --enf-file x
expect "a file that does not exist" 2 'nowhere.env' "${clean[@]}" "$envgate" check --env-file nowhere.env --offline
expect "the page about the variables of envgate itself is up to date" 0 'is up to date' "${clean[@]}" "$envgate" docs --check \
  --no-terraform --no-source --env-file .env.example -o docs/environment-variables.md
expect "no command" 2 'envgate --help' "${clean[@]}" "$envgate"
expect "the version" 0 '^envgate ' "${clean[@]}" "$envgate" --version
expect "the help" 0 'Exit codes:' "${clean[@]}" "$envgate" --help

ln -s "$envgate" "$work/a link"
mkdir -p "$work/élsewhere here"
expect "through a link, from another directory" 1 'undeployed' \
  "${clean[@]}" sh -c 'cd "$1" && exec "$2" demo' sh "$work/élsewhere here" "$work/a link"
cp -r samples/hokusai/. "$work/élsewhere here/"
expect "a name outside of ASCII, without a locale" 1 'undeployed' \
  env -i PATH="$PATH" HOME="$work" AWS_EC2_METADATA_DISABLED=true "$envgate" check --env-file "$work/élsewhere here/.env.example" \
  --terraform "$work/élsewhere here" --deployed samples/hokusai/revision-150.json
expect "a fitting JAVA_HOME is used, another is passed over" 1 'undeployed' \
  "${clean[@]}" JAVA_HOME=/nonexistent "$envgate" demo

# Ctrl-C while AWS hangs: a port that accepts and never answers.
mkfifo "$work/port"
python3 - "$work/port" <<'PY' 2>/dev/null &
import socket, sys, time
s = socket.socket()
s.bind(("127.0.0.1", 0))
s.listen(50)
with open(sys.argv[1], "w") as f:
    f.write(str(s.getsockname()[1]))
time.sleep(60)
PY
server=$!
if command -v python3 >/dev/null; then
  port=$(cat "$work/port")
  # With job control, a command in the background still hears the interrupt.
  set -m
  "${clean[@]}" AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x \
    "$envgate" check "${offline[@]}" --endpoint-url "http://127.0.0.1:$port" --report "json=$work/report.json" \
    >"$work/out" 2>&1 &
  gate=$!
  set +m
  sleep 4
  kill -INT "$gate"
  wait "$gate"
  status=$?
  if [ "$status" -eq 130 ] && [ ! -e "$work/report.json" ] && [ -z "$(ls "$work" | grep tmp)" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: interrupted: exit $status, wanted 130 and no report"
  fi
fi
kill "$server" 2>/dev/null

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
