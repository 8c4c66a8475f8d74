#!/usr/bin/env bash
# Lets the shells themselves complete, and two programs read the manual. Exits with 3 where they cannot be had.
set -uo pipefail
cd "$(dirname "$0")/../../.."

shopt -s nullglob
archives=(target/dist/envgate-*-linux-*.tar.gz)
[ ${#archives[@]} -eq 1 ] || { echo "not built: mvn -Pdist package"; exit 3; }
missing=()
for program in zsh fish mandoc; do command -v $program >/dev/null || missing+=("$program"); done
if [ ${#missing[@]} -gt 0 ]; then
  as_root=() && [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  "${as_root[@]}" apt-get update -qq >/dev/null 2>&1
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1 ||
    { echo "these could not be had: ${missing[*]}"; exit 3; }
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar xzf "${archives[0]}" -C "$work" --strip-components=1
share=$work/share
passed=0
failed=0
# is NAME EXPECTED COMMAND...: what is printed has the expected line. All of it is read: a reader that leaves early breaks the pipe of a writer that is slow.
is() {
  local name=$1 expected=$2
  shift 2
  if "$@" 2>&1 </dev/null | grep -E -- "$expected" >/dev/null; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "FAILED: $name" && "$@" 2>&1 </dev/null | head -5; fi
}
# is_silent NAME COMMAND...: nothing to complain about.
is_silent() {
  local name=$1 said
  shift
  if said=$("$@" 2>&1 </dev/null) && [ -z "$said" ]; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "FAILED: $name" && head -5 <<<"$said"; fi
}

in_bash='. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _envgate; printf "%s\n" "${COMPREPLY[@]}"'
bash_says() { bash --norc -c "$in_bash" bash "$share/completions/envgate.bash" envgate "$@"; }
is "bash: a command" '^check$' bash_says ch
is "bash: an option" '^--require-verified$' bash_says check --req
is "bash: a value" '^never$' bash_says check --color n

# What zsh's own functions are asked: they draw on the screen what they get here.
cat >"$work/ask.zsh" <<'ZSH'
_describe() { print -l -- $commands }
_arguments() { print -l -- "$@" }
compdef() { [[ $1 == _envgate && $2 == envgate ]] || print "not registered" }
. $1
shift
words=("$@")
CURRENT=$#
_envgate
ZSH
zsh_says() { zsh -f "$work/ask.zsh" "$share/completions/_envgate" envgate "$@"; }
is_silent "zsh reads it" zsh -n "$share/completions/_envgate"
is "zsh: a command" '^check:Compares' zsh_says ch
is "zsh: a file behind an option" '^\*--env-file=\[.*\]:file:_files$' zsh_says check --
is "zsh: a word" '^1:word:\(declared ' zsh_says show dec

fish_says() { HOME=$work fish --no-config -c 'source $argv[1]; complete -C "envgate $argv[2]"' "$share/completions/envgate.fish" "$1"; }
is "fish: a command" '^check	' fish_says ch
is "fish: an option" '^--require-verified	' fish_says 'check --req'
is "fish: a value" '^never	' fish_says 'check --color n'
is "fish: a rule" '^undeployed' fish_says 'rules undep'

# The pages bear no date, so that they are the same in every build.
pages() { mandoc -T lint -W warning "$share"/man/man1/*.1 | grep -v 'missing date'; [ "${PIPESTATUS[1]}" -eq 1 ]; }
is_silent "the manual, to mandoc" pages
is "a page as it is read" 'closes the gate on what would not reach' mandoc -T utf8 "$share/man/man1/envgate-check.1"
if command -v groff >/dev/null; then
  for page in "$share"/man/man1/*.1; do is_silent "$page, to groff" groff -man -Tutf8 -ww -z "$page"; done
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
