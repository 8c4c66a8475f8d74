#!/usr/bin/env bash
# What `envgate fix` and `envgate scaffold` write is what Terraform takes: every patched file whose original `terraform fmt` liked is liked too,
# and every scaffold is valid with the real AWS provider. Needs Terraform and the provider in a folder, as terraform.sh does.
# Exit code 0: all is well; 1: it is not; 3: Terraform or its provider is not here.
set -euo pipefail
. "$(dirname -- "$0")/lib.sh"

command -v terraform >/dev/null || cannot "Terraform was not found."
plugins=${TF_PLUGIN_DIR:-}
if [ -z "$plugins" ]; then
  provider=$(find / -xdev -name 'terraform-provider-aws*' -path '*/registry.terraform.io/hashicorp/aws/*' -type f 2>/dev/null | head -1 || true)
  plugins=${provider%/registry.terraform.io/hashicorp/aws/*}
fi
[ -n "$plugins" ] || cannot "the AWS provider of Terraform was not found."

cases=$here/../resources/repair
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CHECKPOINT_DISABLE=1 TF_CLI_CONFIG_FILE=$scratch/terraform.rc
: >"$TF_CLI_CONFIG_FILE"

while IFS= read -r patched; do
  original=${patched/\/after\//\/}
  if terraform fmt -check "$original" >/dev/null 2>&1; then
    terraform fmt -check "$patched" >/dev/null || fail "terraform fmt does not like $patched, and liked its original."
  fi
done < <(find "$cases/cases" -path '*/after/*' -name '*.tf')

for scaffold in "$cases"/scaffold/*/ "$here/../../../samples/fleet/"; do
  name=$(basename "$scaffold")
  cp -r "$scaffold" "$scratch/$name"
  terraform fmt -check -recursive "$scratch/$name" >/dev/null || fail "terraform fmt does not like the scaffold $name."
  for step in "init -input=false -plugin-dir=$plugins" "validate"; do
    # shellcheck disable=SC2086 # the words of a step are its arguments
    terraform -chdir="$scratch/$name" $step >"$scratch/log" 2>&1 || {
      tail -30 "$scratch/log"
      fail "terraform $step failed on the scaffold $name."
    }
  done
done
echo "patches and scaffolds: Terraform takes them"
