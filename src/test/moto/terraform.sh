#!/usr/bin/env bash
# A world that the real AWS provider of Terraform makes in moto: applied, the gate is open; with an edit that nobody applied it is closed
# at the edited line; applied again, it is open. What `envgate fix` writes opens it as well. Needs what Maven has built, Terraform, and the provider in a folder (the program
# downloads nothing): found by itself, or named in TF_PLUGIN_DIR.
# Exit code 0: all is well; 1: it is not; 3: Terraform, its provider or moto is not here.
set -euo pipefail
. "$(dirname -- "$0")/lib.sh"

command -v terraform >/dev/null || cannot "Terraform was not found."
plugins=${TF_PLUGIN_DIR:-}
if [ -z "$plugins" ]; then
  provider=$(find / -xdev -name 'terraform-provider-aws*' -path '*/registry.terraform.io/hashicorp/aws/*' -type f 2>/dev/null | head -1 || true)
  plugins=${provider%/registry.terraform.io/hashicorp/aws/*}
fi
[ -n "$plugins" ] || cannot "the AWS provider of Terraform was not found."

install
start

root=$work/terraform
rm -rf "$root"
cp -r "$here/terraform" "$root"

terraform_run() {
  plain terraform -chdir="$root" "$@" >>"$work/terraform.log" 2>&1 || {
    tail -40 "$work/terraform.log"
    fail "terraform $1 failed."
  }
}

: >"$work/terraform.log"
export CHECKPOINT_DISABLE=1 TF_CLI_CONFIG_FILE=$work/terraform.rc
: >"$TF_CLI_CONFIG_FILE"
terraform_run init -input=false -plugin-dir="$plugins"
terraform_run apply -input=false -auto-approve
cd "$root"
check applied 0 --env-file .env.example --terraform .

sed -i 's/^\( *\)# the next entry: \(.*\)$/\1\2/' main.tf
printf '\n# Needed by the payment page.\nPAYMENT_API_KEY=your_key_here\n' >>.env.example
line=$(grep -n '"PAYMENT_API_KEY"' main.tf | cut -d: -f1)
check edited 1 --env-file .env.example --terraform .
found edited undeployed PAYMENT_API_KEY main.tf "$line"

terraform_run apply -input=false -auto-approve
check applied-again 0 --env-file .env.example --terraform .

# Somebody made a secret and declared it, and nobody gave it to the container: one command and one apply open the gate.
cat >>main.tf <<'TF'

resource "aws_secretsmanager_secret" "refund_api_key" {
  name = "${local.name}/refund-api-key"
}

resource "aws_secretsmanager_secret_version" "refund_api_key" {
  secret_id     = aws_secretsmanager_secret.refund_api_key.id
  secret_string = "made-for-a-test"
}
TF
terraform_run apply -input=false -auto-approve
printf '\n# Gives money back.\nREFUND_API_KEY=your_key_here\n' >>.env.example
check forgotten 1 --env-file .env.example --terraform .
found forgotten not-configured REFUND_API_KEY .env.example "$(grep -n '^REFUND_API_KEY' .env.example | cut -d: -f1)"
plain "$home/bin/envgate" fix --env-file .env.example --terraform . --write >"$work/fix.txt" || {
  cat "$work/fix.txt"
  fail "envgate fix ended with an error."
}
terraform fmt -check main.tf >/dev/null || fail "terraform fmt does not like what envgate fix wrote."
terraform_run apply -input=false -auto-approve
check repaired 0 --env-file .env.example --terraform .
