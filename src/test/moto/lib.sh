# Shared by the scripts that run against emulators: a server of their own on the loopback address with a recorder before it, which end
# with the script.

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
home=$(CDPATH='' cd -- "$here/../../.." && pwd -P)
work=$home/target/moto
venv=$work/venv

say() {
  printf 'moto: %s\n' "$*"
}

fail() {
  say "FAILED: $*"
  exit 1
}

# Exit code 3: nothing is wrong, but it could not be tried here.
cannot() {
  say "could not run: $*"
  exit 3
}

install() {
  mkdir -p "$work"
  local python
  python=$(command -v python3.11 || command -v python3) || cannot "Python 3 was not found."
  if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
    say "installing $(tr '\n' ' ' <"$here/requirements.txt")"
    rm -rf "$venv"
    "$python" -m venv "$venv" || cannot "no virtual environment could be made."
    "$venv/bin/pip" install --quiet -r "$here/requirements.txt" || cannot "what requirements.txt names could not be installed."
    cp "$here/requirements.txt" "$venv/installed.txt"
  fi
}

free_port() {
  "$venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Whatever a script started ends with it.
servers=()
ended() {
  [ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null || true
}
trap ended EXIT

await() {
  for _ in $(seq 150); do
    "$venv/bin/python" -c 'import sys, socket; socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1).close()' "$1" 2>/dev/null && return
    sleep 0.1
  done
  fail "nothing listens; see $work."
}

start() {
  local port
  port=$(free_port)
  "$venv/bin/python" "$here/serve.py" -H 127.0.0.1 -p "$port" >"$work/moto.log" 2>&1 &
  servers+=($!)
  await "$port"
  emulated=http://127.0.0.1:$port
}

# record NAME OPTION...: a recorder before the emulator. What the program asks from now on is in target/recorded/NAME.tsv.
record() {
  local plain deep
  recorded=$home/target/recorded/$1.tsv
  plain=$(free_port)
  deep=$(free_port)
  mkdir -p "$home/target/recorded"
  : >"$recorded"
  "$venv/bin/python" "$home/src/test/recorder/record.py" --plain "$plain" --deep "$deep" --to "$emulated" --log "$recorded" "${@:2}" \
    2>"$work/record.log" &
  servers+=($!)
  await "$plain"
  await "$deep"
  endpoint=http://127.0.0.1:$plain
  endpoint_of_deep_runs=http://127.0.0.1:$deep
  say "listening on $emulated, recorded on $endpoint"
}

# at ENDPOINT COMMAND...: everything of the user's own AWS settings stays outside.
at() {
  env -u AWS_PROFILE -u AWS_DEFAULT_PROFILE -u AWS_SESSION_TOKEN -u AWS_ROLE_ARN -u AWS_WEB_IDENTITY_TOKEN_FILE \
    -u AWS_CA_BUNDLE -u AWS_USE_FIPS_ENDPOINT -u AWS_USE_DUALSTACK_ENDPOINT \
    AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_EC2_METADATA_DISABLED=true \
    AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1 AWS_ENDPOINT_URL="$1" "${@:2}"
}

seed() {
  at "$emulated" "$venv/bin/python" "$home/src/test/moto/seed.py" --endpoint "$emulated" "$@"
}

# check NAME EXPECTED_EXIT_CODE ARGUMENT...: runs the gate, and keeps its report in $work/NAME.json.
check() {
  local name=$1 expected=$2 code=0 asked=$endpoint
  shift 2
  case " $* " in *" --deep "*) asked=$endpoint_of_deep_runs ;; esac
  at "$asked" "$home/bin/envgate" check "$@" --report json=- >"$work/$name.json" 2>"$work/$name.err" || code=$?
  if [ "$code" -ne "$expected" ]; then
    cat "$work/$name.json" "$work/$name.err"
    fail "$name: exit code $code, and $expected was expected."
  fi
  say "$name: exit code $code"
}

# The contract, which asks the emulator itself for what the program does not ask for; what the program asks is recorded.
contract() {
  mvn -B -q -Dquick test -Dtest=ContractTest "-Denvgate.endpoint=$emulated" "-Denvgate.recorded=$endpoint" \
    "-Denvgate.recorded.deep=$endpoint_of_deep_runs" "-Denvgate.lies=$here/known-lies.tsv" || fail "the contract is not kept."
  say "the contract is kept, but for the lies in known-lies.tsv"
}

# found NAME [RULE VARIABLE FILE:LINE]...: the errors and warnings of a report, in any order; - where there is no variable or no place.
found() {
  "$venv/bin/python" - "$work/$1.json" "${@:2}" <<'PY' || fail "$1: something else was found than ${*:2}."
import json, sys
report, *wanted = sys.argv[1:]
findings = [each for each in json.load(open(report))["findings"] if each["severity"] in ("error", "warning")]
def place(each):
    return "%s:%s" % (each["file"].rsplit("/", 1)[-1], each["line"]) if each.get("file") else "-"
seen = sorted((each["rule"], each.get("name") or "-", place(each)) for each in findings)
print("moto: found:", seen)
sys.exit(seen != sorted(zip(wanted[::3], wanted[1::3], wanted[2::3])))
PY
}
