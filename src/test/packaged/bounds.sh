#!/usr/bin/env bash
# Counts what must not grow unnoticed and holds it against bounds.tsv: classes, requests, bytes, allocations. No clock is looked at.
set -uo pipefail
cd "$(dirname "$0")/../../.."

shopt -s nullglob
archives=(target/dist/envgate-*-linux-*.tar.gz)
[ ${#archives[@]} -eq 1 ] || { echo "not built: mvn -Pdist package"; exit 3; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar xzf "${archives[0]}" -C "$work"
home=$(echo "$work"/envgate-*)

passed=0
failed=0
declare -A told
while IFS=$'\t' read -r name bound; do
  case $name in '#'*) ;; *) told[$name]=$bound ;; esac
done <src/test/packaged/bounds.tsv
# within NAME COUNT
within() {
  local bound=${told[$1]:-}
  unset "told[$1]"
  if [[ "$2" =~ ^[1-9][0-9]*$ ]] && [ -n "$bound" ] && [ "$2" -le "$bound" ]; then
    passed=$((passed + 1)) && echo "$1: $2 (at most $bound)"
  else
    failed=$((failed + 1)) && echo "FAILED: $1: $2, at most ${bound:-nothing is told}"
  fi
}
# classes ARGUMENTS...: how many classes the runtime loads, in a run that ends as a run does.
classes() {
  rm -f "$work/loaded"
  env -i PATH="$PATH" LANG=C.UTF-8 HOME="$work" "$home/runtime/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseParallelGC -Xmx1g \
    -Xlog:disable -Xlog:class+load:file="$work/loaded" -cp "$home/app/envgate.jar" dev.envgate.cli.Main "$@" >"$work/out" 2>&1
  grep -c 'source:' "$work/loaded"
}
# uncached ARGUMENTS...: how many classes a run in a repository makes or reads although it has the cache that the launcher would have made.
flags=(-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -XX:-UsePerfData -XX:+UseParallelGC -Xmx1g -Xlog:disable -Djdk.console=java.base)
uncached() {
  rm -f "$work/loaded"
  [ -f "$work/offline.aot" ] || env -i PATH="$PATH" LANG=C.UTF-8 HOME="$work" "$home/runtime/bin/java" "${flags[@]}" \
    -XX:AOTCacheOutput="$work/offline.aot" -cp "$home/app/envgate.jar" dev.envgate.cli.Rehearsal offline >/dev/null 2>&1
  (cd "$work/repository" && env -i PATH="$PATH" LANG=C.UTF-8 HOME="$work" "$home/runtime/bin/java" "${flags[@]}" -XX:AOTCache="$work/offline.aot" \
    -Xlog:class+load:file="$work/loaded" -cp "$home/app/envgate.jar" dev.envgate.cli.Main "$@" >"$work/out" 2>&1)
  [ "$(grep -c 'shared objects file' "$work/loaded")" -gt 3000 ] && grep 'source:' "$work/loaded" | grep -vc 'shared objects file'
}
mkdir "$work/repository"
cp -r samples/hokusai/. "$work/repository"
git=(git -C "$work/repository" -c user.name=bounds -c user.email=bounds@example.com)
"${git[@]}" init -q && "${git[@]}" add -A && "${git[@]}" commit -qm Begin
printf '# Needed by the payment page.\nPAYMENT_API_KEY=your_key_here\n' >>"$work/repository/.env.example"

within "classes loaded by --version" "$(classes --version)"
within "classes loaded by a check from files" "$(classes demo --offline)"
within "classes loaded by a check against an AWS" "$(classes demo)"
within "classes made by a hook that has a cache" "$(uncached check --quiet --offline --since HEAD)"

jar=$(echo target/dist/envgate-*[!4].jar)
for java in "${JAVA_HOME:-/nonexistent}/bin/java" /usr/lib/jvm/*/bin/java /opt/java/*/bin/java java; do
  "$java" -version 2>&1 | grep 'version "2[5-9]' >/dev/null && break
done
within "bytes allocated for each byte of Terraform that is parsed" "$("$java" -cp "$jar" src/test/packaged/Counts.java samples/hokusai)"
within "requests of a check to an AWS" "$("$java" -cp "$jar" src/test/packaged/Calls.java "$home/bin/envgate" samples/hokusai)"
within "bytes of the tar.gz" "$(stat -c %s "${archives[0]}")"
within "bytes of the zip" "$(stat -c %s target/dist/envgate-*-linux-*.zip)"
within "bytes of the jar" "$(stat -c %s "$jar")"
within "bytes of the Debian package" "$(stat -c %s target/dist/envgate_*.deb)"
within "bytes of the image" "$(stat -c %s target/dist/envgate-*-image.tar)"

for name in "${!told[@]}"; do failed=$((failed + 1)) && echo "FAILED: $name is told and not counted"; done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
