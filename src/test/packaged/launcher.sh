#!/usr/bin/env bash
# Unpacks what users install and starts it in the surroundings that users have: with and without Java, with and without a place for a cache.
set -uo pipefail
cd "$(dirname "$0")/../../.."

shopt -s nullglob
archives=(target/dist/envgate-*-*.tar.gz)
if [ ${#archives[@]} -ne 1 ]; then
  echo "not built: mvn -Pdist package"
  exit 3
fi
if ! unshare -m true 2>/dev/null; then
  echo "the Java runtimes of this machine cannot be hidden here (unshare -m)"
  exit 3
fi

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
chmod 755 "$work"
passed=0
failed=0
ok() { passed=$((passed + 1)); }
no() {
  failed=$((failed + 1))
  echo "FAILED: $1"
  sed 's/^/    /' "$work/out" "$work/err" 2>/dev/null | head -20
}

# install NAME: a fresh installation; its directory is in $home.
install() {
  mkdir -p "$work/$1"
  tar xzf "${archives[0]}" -C "$work/$1"
  home=$(echo "$work/$1"/envgate-*)
}

# hidden COMMAND...: on a machine without any Java, without the user's own surroundings.
hidden() {
  unshare -m bash -c '
    for place in /usr/lib/jvm /opt/java; do [ ! -d "$place" ] || mount -t tmpfs none "$place"; done
    exec "$@"' bash env -i PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"
}

# runs NAME EXIT PATTERN COMMAND...: the exit code, a line of the output, and nothing on standard error but envgate's own.
runs() {
  local name=$1 exit=$2 pattern=$3
  shift 3
  "$@" >"$work/out" 2>"$work/err" </dev/null
  local status=$?
  if [ $status -eq "$exit" ] && grep -qE -- "$pattern" "$work/out" "$work/err" && ! grep -qE 'Picked up|NOTE:|OpenJDK|JVM|VM warning|^\[[0-9.]+s\]' "$work/err"; then
    ok
  else
    no "$name: exit $status, wanted $exit and a line like: $pattern"
  fi
}

# waits for the cache of a way: the run that makes it goes on behind the one that asked for it.
cached() {
  for _ in $(seq 600); do
    made=("$1"/envgate-*-"$2".aot)
    locks=("$1"/*.lock)
    [ ${#made[@]} -eq 0 ] || [ ${#locks[@]} -gt 0 ] || return 0
    sleep 0.2
  done
  return 1
}

incident=(1 'error\[undeployed\] HUGGINGFACE_API_KEY')
demo=(demo --offline)

install "a place, größer"
runs "without any Java" "${incident[@]}" hidden "$home/bin/envgate" "${demo[@]}"
runs "against an AWS" "${incident[@]}" hidden "$home/bin/envgate" demo
runs "the repaired one" 0 'envgate: open' hidden "$home/bin/envgate" demo --fixed
runs "the version" 0 '^envgate [0-9]' hidden "$home/bin/envgate" --version
runs "used wrongly" 2 'check --help' hidden "$home/bin/envgate" check --nonsense
ln -s "$home/bin/envgate" "$work/a link"
runs "through a link, from another directory" "${incident[@]}" hidden sh -c 'cd / && exec "$1" demo --offline' sh "$work/a link"
cached "$home/cache" offline && ok || no "the first run makes a cache"
cached "$home/cache" version && ok || no "the version makes a cache of its own"
runs "the version with a cache" 0 '^envgate [0-9]' hidden "$home/bin/envgate" --version
runs "with a cache" "${incident[@]}" hidden "$home/bin/envgate" "${demo[@]}"
cp "$work/out" "$work/with"
runs "without a cache" "${incident[@]}" hidden ENVGATE_CACHE=off "$home/bin/envgate" "${demo[@]}"
cmp -s "$work/out" "$work/with" && ok || no "a cache changes nothing in the report"
runs "options of the user's" "${incident[@]}" hidden JAVA_TOOL_OPTIONS=-Dx=y JDK_JAVA_OPTIONS=-Dy=z "$home/bin/envgate" "${demo[@]}"
runs "options that exclude a cache" "${incident[@]}" hidden JAVA_TOOL_OPTIONS='-XX:+UseParallelGC' "$home/bin/envgate" "${demo[@]}"
cached "$home/cache" online && ok || no "a run that asks AWS makes another one"
left=("$home"/cache/*.config "$home"/cache/*.lock)
[ ${#left[@]} -eq 0 ] && ok || no "nothing is left beside the caches: ${left[*]}"

# An upgrade in place: the jar is another one, so the old cache must not be used.
before=("$home"/cache/*-offline.aot)
printf 'x' >>"$home/app/envgate.jar"
runs "after an upgrade in place" "${incident[@]}" hidden "$home/bin/envgate" "${demo[@]}"
for _ in $(seq 600); do
  after=("$home"/cache/*-offline.aot)
  [ ${#after[@]} -lt 2 ] || break
  sleep 0.2
done
[ ${#before[@]} -eq 1 ] && [ ${#after[@]} -eq 2 ] && ok || no "a replaced program gets a cache of its own: ${after[*]}"

install "two at once"
hidden "$home/bin/envgate" "${demo[@]}" >"$work/one" 2>/dev/null &
hidden "$home/bin/envgate" "${demo[@]}" >"$work/two" 2>/dev/null
two=$?
wait $!
one=$?
[ $one -eq 1 ] && [ $two -eq 1 ] && cmp -s "$work/one" "$work/two" && ok || no "two first runs at once: $one $two"
cached "$home/cache" offline && [ ${#made[@]} -eq 1 ] && ok || no "two first runs make one cache"

install "killed"
hidden "$home/bin/envgate" "${demo[@]}" >/dev/null 2>&1
pkill -KILL -f "AOTCacheOutput=$home" 2>/dev/null
sleep 1
runs "after the making of a cache was killed" "${incident[@]}" hidden "$home/bin/envgate" "${demo[@]}"
mkdir -p "$home/cache"
rm -f "$home"/cache/*.aot
for lock in "$home"/cache/*-offline.aot.lock; do touch -d '1 hour ago' "$lock"; done
runs "a lock that nobody holds is broken" "${incident[@]}" hidden "$home/bin/envgate" "${demo[@]}"
runs "and the next run makes the cache" "${incident[@]}" hidden "$home/bin/envgate" "${demo[@]}"
cached "$home/cache" offline && ok || no "a cache after a broken lock"

install "in CI"
runs "in CI" "${incident[@]}" hidden CI=true "$home/bin/envgate" "${demo[@]}"
[ ! -e "$home/cache" ] && ok || no "no cache is made in CI"

install "read only"
chmod -R a-w "$home"
nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
runs "read only, without a home" "${incident[@]}" hidden "${nobody[@]}" "$home/bin/envgate" "${demo[@]}"
mkdir -m 777 "$work/home"
runs "read only, with a home" "${incident[@]}" hidden HOME="$work/home" "${nobody[@]}" "$home/bin/envgate" "${demo[@]}"
cached "$work/home/.cache/envgate" offline && ok || no "the user's own cache is used"

install "without a runtime"
mv "$home/runtime" "$work/java home"
runs "no Java at all" 2 'Java 25 or newer was not found' hidden "$home/bin/envgate" "${demo[@]}"
runs "JAVA_HOME with a space" "${incident[@]}" hidden JAVA_HOME="$work/java home" "$home/bin/envgate" "${demo[@]}"
mkdir -p "$work/old/bin"
printf '#!/bin/sh\necho old; exit 9\n' >"$work/old/bin/java"
chmod +x "$work/old/bin/java"
echo 'JAVA_VERSION="17.0.15"' >"$work/old/release"
runs "a JAVA_HOME that is too old" 2 'Java 25 or newer was not found' hidden JAVA_HOME="$work/old" "$home/bin/envgate" "${demo[@]}"
runs "too old on the PATH, new enough in JAVA_HOME" "${incident[@]}" \
  hidden PATH="$work/old/bin:/usr/bin:/bin" JAVA_HOME="$work/java home" "$home/bin/envgate" "${demo[@]}"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
