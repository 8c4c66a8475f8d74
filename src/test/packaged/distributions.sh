#!/usr/bin/env bash
# Takes each distribution as its users would, and lets it catch the incident: the jar alone, the archives unpacked, Debian's package installed,
# the image run as a container runs it (nobody's rights, nothing that can be written, no shell). Exits with 3 where that cannot be done.
set -uo pipefail
cd "$(dirname "$0")/../../.."

shopt -s nullglob
dist=$PWD/target/dist
archives=("$dist"/envgate-*-linux-*.tar.gz)
[ ${#archives[@]} -eq 1 ] || { echo "not built: mvn -Pdist package"; exit 3; }
unshare -m true 2>/dev/null || { echo "no file system of its own can be had for a process here (unshare -m)"; exit 3; }

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
passed=0
failed=0
ok() { passed=$((passed + 1)); }
no() {
  failed=$((failed + 1))
  echo "FAILED: $1"
  sed 's/^/    /' "$work/out" 2>/dev/null | head -20
}
# expect NAME EXIT PATTERN COMMAND...: the exit code, and a line of what is printed.
expect() {
  local name=$1 exit=$2 pattern=$3
  shift 3
  "$@" >"$work/out" 2>&1 </dev/null
  local status=$?
  if [ $status -eq "$exit" ] && grep -qE -- "$pattern" "$work/out"; then ok; else no "$name: exit $status, wanted $exit and a line like: $pattern"; fi
}
# holds NAME COMMAND...: the command ends well.
holds() {
  local name=$1
  shift
  if "$@" >"$work/out" 2>&1 </dev/null; then ok; else no "$name"; fi
}
incident=(1 'error\[undeployed\] HUGGINGFACE_API_KEY')
clean=(env -i PATH=/usr/bin:/bin LANG=C.UTF-8 CI=true)

holds "the checksums" sh -c 'cd "$1" && sha256sum --check --strict SHA256SUMS' sh "$dist"

# The jar alone, elsewhere, by a Java of the machine.
java=$(command -v java || true)
for each in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
  if grep -qs '^JAVA_VERSION="\(2[5-9]\|[3-9][0-9]\)' "$each/release"; then java=$each/bin/java; break; fi
done
mkdir "$work/jar"
cp "$dist"/envgate-*[!4].jar "$work/jar/envgate.jar"
expect "the jar" "${incident[@]}" "${clean[@]}" "$java" -jar "$work/jar/envgate.jar" demo
expect "the jar tells its version" 0 '^envgate [0-9]' "${clean[@]}" "$java" -jar "$work/jar/envgate.jar" --version
expect "the jar has the licences of what it is made of" 0 'META-INF/licenses/s3-.*/LICENSE.txt' unzip -l "$work/jar/envgate.jar"

# A small machine with nothing but the tarball: no other Java, nothing of the checkout.
mkdir "$work/tar" "$work/zip"
tar xzf "${archives[0]}" -C "$work/tar"
hidden() {
  unshare -m bash -c '
    for place in /usr/lib/jvm /opt/java; do [ ! -d "$place" ] || mount -t tmpfs none "$place"; done
    exec "$@"' bash "${clean[@]}" "$@"
}
expect "the tarball" "${incident[@]}" hidden "$work"/tar/envgate-*/bin/envgate demo
(cd "$work/zip" && unzip -q "$dist"/envgate-*-linux-*.zip)
expect "the zip" "${incident[@]}" hidden "$work"/zip/envgate-*/bin/envgate demo
holds "the zip has what the tarball has" diff -r "$work/tar" "$work/zip"

# Debian's package, in a root of its own.
if command -v dpkg-deb >/dev/null; then
  root=$work/root
  mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/triggers"
  touch "$root/var/lib/dpkg/status" "$root/var/lib/dpkg/available"
  holds "the package is installed" dpkg --root="$root" --force-depends --force-not-root --install "$dist"/envgate_*.deb
  for each in share/man/man1/envgate-check.1.gz share/bash-completion/completions/envgate share/zsh/vendor-completions/_envgate \
    share/fish/vendor_completions.d/envgate.fish share/doc/envgate/copyright; do
    [ -s "$root/usr/$each" ] && ok || no "the package has no $each"
  done
  expect "the package knows its files" 0 'install ok installed' dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Status}\n' envgate
  holds "its checksums" sh -c 'cd "$1" && md5sum --check --quiet --strict var/lib/dpkg/info/envgate.md5sums' sh "$root"
  expect "the package" "${incident[@]}" hidden "$root/usr/bin/envgate" demo
  holds "the package is removed" dpkg --root="$root" --remove envgate
  [ ! -e "$root/usr/lib/envgate" ] && ok || no "something of the package is left"
else
  echo "not tried: Debian's package, for there is no dpkg here"
fi

# The image: its layers one over the other, its entry point and its user as the image itself says.
image=$work/image
mkdir "$image" "$work/layout"
tar xf "$dist"/envgate-*-image.tar -C "$work/layout"
cat >"$work/read.py" <<'PY'
import hashlib, json, os, subprocess, sys
layout, root = sys.argv[1:]
def blob(descriptor):
    path = os.path.join(layout, "blobs", "sha256", descriptor["digest"].removeprefix("sha256:"))
    data = open(path, "rb").read()
    assert len(data) == descriptor["size"] and "sha256:" + hashlib.sha256(data).hexdigest() == descriptor["digest"]
    return path, data
index = json.load(open(os.path.join(layout, "index.json")))
manifest = json.loads(blob(index["manifests"][0])[1])
config = json.loads(blob(manifest["config"])[1])
docker = json.load(open(os.path.join(layout, "manifest.json")))[0]
assert docker["Config"].endswith(manifest["config"]["digest"].removeprefix("sha256:"))
assert len(docker["Layers"]) == len(manifest["layers"]) == len(config["rootfs"]["diff_ids"])
for layer, diff in zip(manifest["layers"], config["rootfs"]["diff_ids"]):
    path, data = blob(layer)
    unpacked = subprocess.run(["gzip", "-dc", path], check=True, capture_output=True).stdout
    assert "sha256:" + hashlib.sha256(unpacked).hexdigest() == diff
    subprocess.run(["tar", "x", "-C", root], input=unpacked, check=True)
run = config["config"]
assert run["User"] == "65532:65532"
print("\n".join([run["User"], run["WorkingDir"], str(len(run["Env"])), *run["Env"], *run["Entrypoint"]]))
PY
if python3 "$work/read.py" "$work/layout" "$image" >"$work/run" 2>"$work/out"; then ok; else no "the layout of the image"; fi
mapfile -t run <"$work/run"
user=${run[0]} directory=${run[1]} count=${run[2]}
environment=("${run[@]:3:count}")
entrypoint=("${run[@]:3+count}")
# contained TMP COMMAND...: with a directory for temporary files, or without.
contained() {
  unshare -m -p -f bash -c '
    mount --bind "$1" "$1" && mount -t proc proc "$1/proc" && mount -o remount,bind,ro "$1" || exit 99
    [ "$2" = without ] || mount -t tmpfs -o mode=1777 none "$1/tmp" || exit 99
    exec env -i "${@:5:$4}" "$(PATH=$PATH:/usr/sbin command -v chroot)" --userspec="$3" "$1" "${@:5+$4}"' \
    bash "$image" "$1" "$user" "$count" "${environment[@]}" "${entrypoint[@]}" "${@:2}"
}
[ "$directory" = /repository ] && [ "${environment[1]}" = LANG=C.UTF-8 ] && ok || no "the image has a place to work"
cp samples/hokusai/.env.example samples/hokusai/*.tf samples/hokusai/revision-150.json "$image/repository/"
files=(check --env-file /repository/.env.example --terraform /repository --deployed /repository/revision-150.json)
expect "the image" "${incident[@]}" contained with demo
expect "the image, after the repair" 0 'envgate: open' contained with demo --fixed
expect "the image, from files" "${incident[@]}" contained without "${files[@]}"
expect "the image tells its version" 0 '^envgate [0-9]' contained without --version
expect "the demonstration says what it lacks" 2 '--tmpfs /tmp' contained without demo
expect "the image cannot be written to" 2 'report.json' contained without "${files[@]}" --report json=/repository/report.json
left=$(find "$image" -name 'sh' -o -name bash -o -name busybox -o -perm /6000)
[ -z "$left" ] && ok || no "there is a shell in the image: $left"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
