#!/usr/bin/env bash
# Records what the terraform on the PATH plans for src/test/resources/terraform-plans/root: create.json of an empty account, and, once that
# is applied to a moto server, update.json with one variable changed, state.json and terraform.tfstate. Needs python3 and the AWS provider in a
# folder (nothing is downloaded): found by itself, or named in TF_PLUGIN_DIR.
# Exit code 0: recorded; 1: something failed; 3: Terraform, its provider or moto is not here.
set -euo pipefail
. "$(dirname -- "$0")/../moto/lib.sh"

command -v terraform >/dev/null || cannot "Terraform was not found."
plugins=${TF_PLUGIN_DIR:-}
if [ -z "$plugins" ]; then
  provider=$(find / -xdev -name 'terraform-provider-aws*' -path '*/registry.terraform.io/hashicorp/aws/*' -type f 2>/dev/null | head -1 || true)
  plugins=${provider%/registry.terraform.io/hashicorp/aws/*}
fi
[ -n "$plugins" ] || cannot "the AWS provider of Terraform was not found."

install
start

records=$home/src/test/resources/terraform-plans
root=$work/plans
rm -rf "$root"
cp -r "$records/root" "$root"
: >"$work/plans.log"
export CHECKPOINT_DISABLE=1 TF_CLI_CONFIG_FILE=$work/terraform.rc TF_VAR_stage=prod TF_VAR_planted=hunter2-planted
: >"$TF_CLI_CONFIG_FILE"

terraform_run() {
  plain terraform -chdir="$root" "$@" 2>>"$work/plans.log" || {
    tail -40 "$work/plans.log"
    fail "terraform $1 failed."
  }
}

# Laid out, so that a difference can be read; the times of the recording are taken out.
shown() {
  terraform_run show -json "$@" | python3 -c '
import json, sys
content = json.load(sys.stdin)
content.pop("timestamp", None)
json.dump(content, sys.stdout, indent=1)
print()'
}

terraform_run init -input=false -plugin-dir="$plugins" >>"$work/plans.log"
terraform_run plan -input=false -out=create.plan >>"$work/plans.log"
shown create.plan >"$records/create.json"
terraform_run apply -input=false create.plan >>"$work/plans.log"
shown >"$records/state.json"
cp "$root/terraform.tfstate" "$records/terraform.tfstate"
TF_VAR_extra=true terraform_run plan -input=false -out=update.plan >>"$work/plans.log"
shown update.plan >"$records/update.json"
say "recorded in $records"
