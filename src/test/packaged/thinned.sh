#!/usr/bin/env bash
# Runs the tests of the AWS side once more, with the SDK as it is packed instead of the whole one: a class that was left out and is needed ends a test.
# Left out are ContractTest and OperationTest, which send what the program never does, with classes that are not packed for that.
set -uo pipefail
cd "$(dirname "$0")/../../.."

shopt -s nullglob
jars=(target/dist/envgate-*.jar)
[ ${#jars[@]} -eq 1 ] || { echo "not built: mvn -Pdist package"; exit 3; }
mvn -B -ntp -q -Dquick test -Dtest="${1:-dev.envgate.aws.*Test,!ContractTest,!OperationTest,IncidentTest,DeepTest,SmokeTest,EverythingTest,FaultsTest,SnapshotTest}" \
  -Dmaven.test.dependency.excludes='software.amazon.awssdk:*' -Dmaven.test.additionalClasspath="$PWD/${jars[0]}"
