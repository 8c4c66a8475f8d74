#!/usr/bin/env bash
# The gate and the contract tests against moto, an AWS that others wrote: in the incident the gate is closed, after the deploy it is open.
# moto cannot simulate what a role may do, so the recorder denies it, and the program has to read the policies that moto has.
# Needs what Maven has built. Exit code 0: all is well; 1: it is not; 3: moto could not be installed here.
set -euo pipefail
. "$(dirname -- "$0")/lib.sh"

install
start
record moto --deny iam:SimulatePrincipalPolicy

sample=$home/samples/hokusai
cd "$home"
seed "$sample/world-incident.json"
check incident 1 --env-file samples/hokusai/.env.example --terraform samples/hokusai
found incident undeployed HUGGINGFACE_API_KEY data-pipeline-ecs-services.tf:243

seed --update "$sample/world-fixed.json"
check deployed 0 --env-file samples/hokusai/.env.example --terraform samples/hokusai

seed "$home/src/test/resources/dev/envgate/aws/contract-world.json"
contract
