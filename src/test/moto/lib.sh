# Shared by run.sh and terraform.sh: a moto server of their own on the loopback address, which ends with the script.

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

start() {
  local port
  port=$("$venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  endpoint=http://127.0.0.1:$port
  "$venv/bin/python" "$here/serve.py" -H 127.0.0.1 -p "$port" >"$work/moto.log" 2>&1 &
  server=$!
  trap 'kill "$server" 2>/dev/null || true' EXIT
  for _ in $(seq 100); do
    if "$venv/bin/python" - "$endpoint" 2>/dev/null <<'PY'; then
import sys, urllib.request
urllib.request.urlopen(sys.argv[1] + "/moto-api/data.json", timeout=2).read(1)
PY
      say "listening on $endpoint"
      return
    fi
    sleep 0.1
  done
  fail "moto did not start; see $work/moto.log."
}

# Everything of the user's own AWS settings stays outside.
plain() {
  env -u AWS_PROFILE -u AWS_DEFAULT_PROFILE -u AWS_SESSION_TOKEN -u AWS_ROLE_ARN -u AWS_WEB_IDENTITY_TOKEN_FILE \
    -u AWS_CA_BUNDLE -u AWS_USE_FIPS_ENDPOINT -u AWS_USE_DUALSTACK_ENDPOINT \
    AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_EC2_METADATA_DISABLED=true \
    AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1 AWS_ENDPOINT_URL="$endpoint" "$@"
}

seed() {
  plain "$venv/bin/python" "$here/seed.py" --endpoint "$endpoint" "$@"
}

# check NAME EXPECTED_EXIT_CODE ARGUMENT...: runs the gate, and keeps its report in $work/NAME.json.
check() {
  local name=$1 expected=$2 code=0
  shift 2
  plain "$home/bin/envgate" check "$@" --report json=- >"$work/$name.json" 2>"$work/$name.err" || code=$?
  if [ "$code" -ne "$expected" ]; then
    cat "$work/$name.json" "$work/$name.err"
    fail "$name: exit code $code, and $expected was expected."
  fi
  say "$name: exit code $code"
}

# found NAME RULE VARIABLE FILE LINE: the only error of a report.
found() {
  "$venv/bin/python" - "$work/$1.json" "${@:2}" <<'PY' || fail "$1: another finding than $2 of $3 at $4:$5."
import json, sys
report, rule, name, file, line = sys.argv[1:]
errors = [each for each in json.load(open(report))["findings"] if each["severity"] == "error"]
seen = [(each["rule"], each["name"], each["file"].rsplit("/", 1)[-1], str(each["line"])) for each in errors]
print("moto: errors:", seen)
sys.exit(seen != [(rule, name, file, line)])
PY
}
