#!/usr/bin/env bash
# A world that the real AWS provider of Terraform makes in moto, changed in ten ways. Each closes the gate by its rule and by nothing else,
# and when it is healed the gate is open. What is only a warning closes it because of --fail-on warning. Two things stand in for AWS:
# the recorder denies iam:SimulatePrincipalPolicy, which moto does not have, so that the program weighs the policies that moto has; and the
# end of the ARN of a secret comes from a tag. Needs what Maven has built, Terraform, and the provider in a folder (the program downloads
# nothing): found by itself, or named in TF_PLUGIN_DIR.
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
record terraform --deny iam:SimulatePrincipalPolicy

root=$work/terraform
rm -rf "$root"
cp -r "$here/terraform" "$root"
cd "$root"

terraform_run() {
  at "$emulated" terraform "$@" >>"$work/terraform.log" 2>&1 || {
    tail -40 "$work/terraform.log"
    fail "terraform $1 failed."
  }
}

# Terraform takes what it has made for unchanged, which is quicker, unless it is told to look.
apply() {
  terraform_run apply -input=false -auto-approve "${@:--refresh=false}"
}

# call SERVICE METHOD ARGUMENTS: what somebody does without Terraform.
call() {
  "$venv/bin/python" "$here/call.py" "$emulated" "$@" >/dev/null || fail "$1 $2 was refused."
}

# write_entry WORDS NAME WHY: the entry of main.tf that is commented out after these words, and the line of the contract for it.
write_entry() {
  sed -i "s/^\\( *\\)# $1: \\(.*\\)\$/\\1\\2/" main.tf
  printf '# %s\n%s=your_value_here\n' "$3" "$2" >>.env.example
}

line() {
  grep -n "\"$1\"" main.tf | cut -d: -f1
}

gate() {
  local name=$1 expected=$2
  shift 2
  check "$name" "$expected" --env-file .env.example --terraform . --fail-on warning "$@"
}

# closed NAME RULE VARIABLE PLACE [RULE VARIABLE PLACE]... [-- OPTION...]: these findings, errors and warnings, and no others.
closed() {
  local name=$1 findings=()
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    findings+=("$1")
    shift
  done
  gate "$name" 1 "${@:2}"
  found "$name" "${findings[@]}"
}

# Nothing is found, and everything that was to be looked at was seen.
open() {
  gate "$1" 0 --require-verified "${@:2}"
}

service=shop-development-web
cluster=shop-development
payment=shop-development/payment
licence=shop-development/licence
: >"$work/terraform.log"
export CHECKPOINT_DISABLE=1 TF_CLI_CONFIG_FILE=$work/terraform.rc
: >"$TF_CLI_CONFIG_FILE"
terraform_run init -input=false -plugin-dir="$plugins"
apply
open applied

# fix COMMAND: what is printed as the command to run, and nothing else has to be done.
fix() {
  at "$endpoint" "$home/bin/envgate" fix --env-file .env.example --terraform . >"$work/fix.txt" || { cat "$work/fix.txt"; fail "fix has left something."; }
  [ "$(grep '^  run: ' "$work/fix.txt")" = "  run: $1" ] && grep '^0 proven patches · 1 to run · 0 by hand' "$work/fix.txt" >/dev/null ||
    { cat "$work/fix.txt"; fail "fix does not name \`$1\`."; }
  say "fix: $1"
}

# 1. An edit that nobody applied.
write_entry "the next entry" PAYMENT_API_KEY "Needed by the payment page."
closed edit-not-applied undeployed PAYMENT_API_KEY "main.tf:$(line PAYMENT_API_KEY)"
fix "terraform apply"
apply
open edit-applied

# 2. The service is pinned to the revision before the newest.
call ecs update_service "{\"cluster\": \"$cluster\", \"service\": \"$service\", \"taskDefinition\": \"$service:1\"}"
closed revision-pinned undeployed PAYMENT_API_KEY "main.tf:$(line PAYMENT_API_KEY)" service-behind - "main.tf:$(grep -n '"aws_ecs_service"' main.tf | cut -d: -f1)"
call ecs update_service "{\"cluster\": \"$cluster\", \"service\": \"$service\", \"taskDefinition\": \"$service:2\"}"
open revision-moved

# 3. A secret is deleted, with days to think better of it.
call secretsmanager delete_secret "{\"SecretId\": \"$licence\", \"RecoveryWindowInDays\": 7}"
closed secret-deleted secret-deleting LICENCE_KEY "main.tf:$(line LICENCE_KEY)"
call secretsmanager restore_secret "{\"SecretId\": \"$licence\"}"
open secret-restored

# 4. A secret that is new and was never given a value.
write_entry "the one after it" MAIL_PASSWORD "Of the account that sends invoices."
apply
closed value-never-set secret-without-value MAIL_PASSWORD "main.tf:$(line MAIL_PASSWORD)"
call secretsmanager put_secret_value '{"SecretId": "shop-development/mail", "SecretString": "made-for-a-test"}'
open value-set

# 5. A parameter has another name.
parameter='"Type": "SecureString", "Value": "made-for-a-test"'
call ssm put_parameter "{\"Name\": \"/shop-development/session-secret\", $parameter}"
call ssm delete_parameter '{"Name": "/shop-development/session-key"}'
closed parameter-renamed parameter-not-found SESSION_KEY "main.tf:$(line SESSION_KEY)"
call ssm put_parameter "{\"Name\": \"/shop-development/session-key\", $parameter}"
open parameter-named-back

# 6. What was a secret runs in plain text.
call deploy-copy "$service" '{"secrets": ["SESSION_KEY"], "environment": {"SESSION_KEY": "made-for-a-test"}}'
closed plain-instead-of-secret kind-drift SESSION_KEY "main.tf:$(line SESSION_KEY)"
call go-back "$service" 3
open secret-again

# 7. A key inside of a secret has another name, which only a deep run can see.
call secretsmanager put_secret_value "{\"SecretId\": \"$payment\", \"SecretString\": \"{\\\"merchant_id\\\": \\\"made-for-a-test\\\", \\\"api_key\\\": \\\"made-for-a-test\\\"}\"}"
open key-renamed-and-not-looked-at
closed key-renamed secret-key-missing PAYMENT_MERCHANT "main.tf:$(line PAYMENT_MERCHANT)" -- --deep
call secretsmanager put_secret_value "{\"SecretId\": \"$payment\", \"SecretString\": \"{\\\"merchant\\\": \\\"made-for-a-test\\\", \\\"api_key\\\": \\\"made-for-a-test\\\"}\"}"
open key-named-back --deep

# 8. The execution role may no longer read one of the secrets.
policy='{\"Version\": \"2012-10-17\", \"Statement\": [
  {\"Effect\": \"Allow\", \"Action\": \"ssm:GetParameters\", \"Resource\": \"*\"},
  {\"Effect\": \"Allow\", \"Action\": \"secretsmanager:GetSecretValue\", \"Resource\": [\"arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-development/payment-*\", \"arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-development/mail-*\"]}]}'
call iam put_role_policy "{\"RoleName\": \"$cluster-execution\", \"PolicyName\": \"secrets\", \"PolicyDocument\": \"${policy//$'\n'/}\"}"
closed role-cut secret-unreadable LICENCE_KEY "main.tf:$(line LICENCE_KEY)"
apply -refresh=true
open role-mended

# 9. A revision that somebody made by hand has a name that Terraform would take away.
call deploy-copy "$service" '{"environment": {"CUSTOMS_MODE": "on"}}'
closed revision-by-hand unmanaged CUSTOMS_MODE -
call go-back "$service" 3
open revision-of-terraform

# 10. A secret is deleted for good and made anew, so that its ARN ends otherwise: the one that is written out leads nowhere.
call secretsmanager delete_secret "{\"SecretId\": \"$licence\", \"ForceDeleteWithoutRecovery\": true}"
call secretsmanager create_secret "{\"Name\": \"$licence\", \"SecretString\": \"made-for-a-test\", \"Tags\": [{\"Key\": \"_custom_id_\", \"Value\": \"Zy9xWv\"}]}"
closed secret-recreated secret-recreated LICENCE_KEY "main.tf:$(line LICENCE_KEY)"
sed -i 's/licence-Ab1cDe/licence-Zy9xWv/' main.tf
apply
open secret-referred-to

say "changed in ten ways, and each was found and healed"

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
apply
printf '\n# Gives money back.\nREFUND_API_KEY=your_key_here\n' >>.env.example
closed forgotten not-configured REFUND_API_KEY ".env.example:$(grep -n '^REFUND_API_KEY' .env.example | cut -d: -f1)"
at "$endpoint" "$home/bin/envgate" fix --env-file .env.example --terraform . --write >"$work/fix.txt" || {
  cat "$work/fix.txt"
  fail "envgate fix ended with an error."
}
terraform fmt -check main.tf >/dev/null || fail "terraform fmt does not like what envgate fix wrote."
apply
open repaired

# Everything of the account, by somebody else.
gate everything 0 --all --role-arn arn:aws:iam::123456789012:role/reader

# What the stores keep under the names of the service, and whether something refers to it.
gate kept 0 --secret-prefix shop-development/ --secret-prefix /shop-development/
