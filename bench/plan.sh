#!/usr/bin/env bash
# Measures `envgate check` beside `terraform plan -detailed-exitcode`, in turns, on a world that Terraform made in moto: bench/plan.sh [ROUNDS].
# Needs what Maven has built, Terraform, and TF_PLUGINS naming a directory with the AWS provider 5.100.0.
set -euo pipefail
. "$(dirname -- "$0")/../src/test/moto/lib.sh"

[ -n "${TF_PLUGINS:-}" ] || cannot "TF_PLUGINS is not set."
install
start
root=$home/target/bench/world
rm -rf "$root"
mkdir -p "${root%/*}"
cp -r "$home/src/test/moto/terraform" "$root"
cd "$root"
at "$emulated" terraform init -input=false -plugin-dir="$TF_PLUGINS" >/dev/null
at "$emulated" terraform apply -input=false -auto-approve >/dev/null
at "$emulated" "$home/bench/beside" plan "$root" "${1:-5}"
