#!/usr/bin/env bash
# A fleet on the generated world, with the packaged program: killed at twenty random moments and resumed, and divided into 1, 4 and 16 parts, it says byte
# for byte what the undivided run says; a part that is lost is named, one that is doubled or foreign is refused. FLEET_SEED repeats the moments, FLEET_KILLS
# and FLEET_SERVICES say how many. Exits with 3 where there is no JDK 25 or nothing was packed.
set -uo pipefail
cd "$(dirname "$0")/../../.."

[ -f target/envgate.jar ] || { echo "not built: mvn package"; exit 3; }
for java in "${JAVA_HOME:-/nonexistent}/bin/java" /usr/lib/jvm/*/bin/java /opt/java/*/bin/java java; do
  "$java" -version 2>&1 | grep 'version "2[5-9]' >/dev/null && break
done
"$java" --list-modules 2>/dev/null | grep '^jdk.compiler' >/dev/null || { echo "there is no JDK 25"; exit 3; }

seed=${FLEET_SEED:-$RANDOM}
kills=${FLEET_KILLS:-20}
echo "seed $seed, $kills kills"
RANDOM=$seed
work=$(mktemp -d)
world=
trap '[ -z "$world" ] || kill "$world" 2>/dev/null; rm -rf "$work"' EXIT
passed=0
failed=0
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)) && echo "FAILED: $1" && tail -5 "$work/err" 2>/dev/null; }

mkfifo "$work/orders"
mkdir "$work/fleet"
"$java" -XX:+UseSerialGC -Xmx400m -cp target/envgate.jar bench/World.java "$work/fleet" "${FLEET_SERVICES:-100}" "$seed" 5 <"$work/orders" >"$work/address" 2>"$work/err" &
world=$!
exec 9>"$work/orders"
for _ in $(seq 100); do [ -s "$work/address" ] && break; sleep 0.2; done
address=$(head -1 "$work/address")
[ -n "$address" ] || { no "the world does not start"; exit 1; }

envgate=$PWD/bin/envgate
cd "$work/fleet"
# No login but the one that the world takes.
program=(env -i PATH="$PATH" HOME="$work" LANG=C.UTF-8 AWS_ACCESS_KEY_ID=of AWS_SECRET_ACCESS_KEY=nobody AWS_EC2_METADATA_DISABLED=true
  AWS_REGION=us-east-1 "AWS_ENDPOINT_URL=$address" "$envgate" fleet)
reports() { echo --report "json=$1.json" --report "text=$1.txt"; }
same() { cmp -s "$1.json" whole.json && cmp -s "$1.txt" whole.txt; }

# shellcheck disable=SC2046 # several words on purpose
{
  started=$(date +%s%N)
  "${program[@]}" check $(reports whole) >/dev/null 2>"$work/err"
  code=$?
  lasts=$((($(date +%s%N) - started) / 1000000))
  [ $code -eq 1 ] && [ -s whole.json ] && ok || no "the undivided run: exit $code, wanted 1"
  echo "undivided: $lasts ms"

  for ((kill = 1; kill <= kills; kill++)); do
    rm -f journal
    moment=$((lasts * (RANDOM % 1000) / 1000))
    "${program[@]}" check --journal journal $(reports killed) >/dev/null 2>"$work/err" &
    gate=$!
    sleep "$((moment / 1000)).$(printf %03d $((moment % 1000)))"
    { kill -KILL "$gate" && wait "$gate"; } 2>/dev/null
    finished=$(grep -c '"unit"' journal 2>/dev/null || true)
    rm -f killed.json killed.txt
    "${program[@]}" check --journal journal --resume $(reports killed) >/dev/null 2>"$work/err"
    code=$?
    if [ $code -eq 1 ] && same killed; then
      ok
    else
      no "killed after $moment ms with ${finished:-no} lines written: exit $code, and another report"
    fi
  done

  echo "after the kills: $passed passed, $failed failed"

  for shards in 1 4 16; do
    "${program[@]}" plan --shards $shards --output plan.json >/dev/null 2>"$work/err" || no "a plan of $shards"
    rm -f shard-*.json
    # Side by side, as engines run them: each keeps to its share of the rates.
    running=()
    for ((shard = 1; shard <= shards; shard++)); do
      "${program[@]}" check --plan plan.json --shard "$shard/$shards" --journal "shard-$shard.json" --quiet >/dev/null 2>"$work/err" &
      running+=($!)
    done
    wait "${running[@]}"
    "${program[@]}" merge shard-*.json $(reports merged) >/dev/null 2>"$work/err"
    code=$?
    [ $code -eq 1 ] && same merged && ok || no "$shards parts: exit $code, or another report"
  done

  # Sixteen parts lie there.
  mv shard-7.json lost
  "${program[@]}" merge shard-*.json $(reports merged) >/dev/null 2>"$work/err"
  grep -q '7/16' merged.txt && ! same merged && ok || no "a part that is lost is not named"
  cp shard-6.json shard-7.json
  "${program[@]}" merge shard-*.json >"$work/out" 2>"$work/err"
  [ $? -eq 2 ] && ok || no "a part that is doubled is not refused"
  "${program[@]}" plan --shards 5 --output plan.json >/dev/null 2>"$work/err"
  "${program[@]}" check --plan plan.json --shard 5/5 --journal shard-7.json --quiet >/dev/null 2>"$work/err"
  "${program[@]}" merge shard-*.json >"$work/out" 2>"$work/err"
  [ $? -eq 2 ] && ok || no "a part of another plan is not refused"
}
exec 9>&-

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
