#!/usr/bin/env bash
# Opens the page of a report in a browser, as people use it. Needs node, Chromium and what Maven has packed; exits with 3 where a tool cannot be had.
set -uo pipefail
cd "$(dirname "$0")/../../.."

if ! command -v npm >/dev/null; then
  echo "npm is not here"
  exit 3
fi
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$chromium" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium) >/dev/null 2>&1
  chromium=$(command -v chromium || true)
fi
if [ -z "$chromium" ]; then
  echo "there is no Chromium, and it cannot be installed here"
  exit 3
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp src/test/browser/package.json src/test/browser/page.test.js "$work"
if ! npm --prefix "$work" install --no-package-lock --no-audit --no-fund --silent; then
  echo "the packages of src/test/browser/package.json cannot be had"
  exit 3
fi

# page NAME DIRECTORY ARGUMENTS...: a page of a real run; the gate may well be closed.
mkdir "$work/pages"
page() {
  local name=$1 directory=$2
  shift 2
  (cd "$directory" && "$envgate" check "$@" --quiet --report "html=$work/pages/$name.html" --report "text=$work/pages/$name.txt") 2>"$work/err"
  [ -s "$work/pages/$name.html" ] || { cat "$work/err" && exit 1; }
}
envgate=$PWD/bin/envgate
page incident samples/hokusai --deployed revision-150.json
page pass samples/hokusai --deployed revision-151.json
cp -r src/test/resources/reports/several-services "$work/several" && mkdir -p "$work/several/.git"
page services "$work/several" --offline
mkdir -p "$work/thousands/.git"
{
  echo 'resource "aws_ecs_task_definition" "large" {'
  echo '  family                = "large"'
  echo '  container_definitions = jsonencode([{'
  echo '    name        = "web"'
  echo '    environment = ['
  for i in $(seq -w 0 5099); do echo "      { name = \"SETTING_$i\", value = \"1\" },"; done
  echo '    ]'
  echo '  }])'
  echo '}'
} >"$work/thousands/main.tf"
for i in $(seq -w 0 5099); do echo "SETTING_$i=1"; done >"$work/thousands/.env.example"
echo '{"family": "large", "revision": 1, "containerDefinitions": [{"name": "web"}]}' >"$work/thousands/live.json"
page thousands "$work/thousands" --deployed live.json

# The checker of the W3C and WHATWG.
if ! java -jar "$work/node_modules/vnu-jar/build/dist/vnu.jar" --format text "$work"/pages/*.html; then
  echo "FAILED: a page is not valid HTML"
  exit 1
fi

cd "$work" && CHROMIUM=$chromium PAGES=$work/pages node --test page.test.js
