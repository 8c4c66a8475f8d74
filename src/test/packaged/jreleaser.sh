#!/usr/bin/env bash
# Lets JReleaser itself read jreleaser.yml: what Homebrew, Scoop, SDKMAN and JBang are told. Exits with 3 where it cannot be had.
set -uo pipefail
cd "$(dirname "$0")/../../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp pom.xml jreleaser.yml LICENSE "$work/"
cd "$work" || exit 1
sed -i 's/-SNAPSHOT//' pom.xml
# It asks git who the owner is.
git init -q -b main && git -c user.name=x -c user.email=x@example.invalid commit -q --allow-empty -m x
git remote add origin https://github.com/owner/envgate.git
git config branch.main.remote origin && git config branch.main.merge refs/heads/main
plugin=org.jreleaser:jreleaser-maven-plugin:1.23.0
mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:get -Dartifact="$plugin" >/dev/null 2>&1 || { echo "JReleaser could not be fetched"; exit 3; }
GITHUB_REPOSITORY_OWNER=owner JRELEASER_GITHUB_TOKEN=x JRELEASER_SDKMAN_CONSUMER_KEY=x JRELEASER_SDKMAN_CONSUMER_TOKEN=x \
  mvn -B -ntp -Dquick "$plugin:config" -Djreleaser.config.file="$work/jreleaser.yml" >said 2>&1
status=$?
passed=0
failed=0
for each in 'BUILD SUCCESS' 'brew:' 'scoop:' 'sdkman:' 'jbang:'; do
  if [ $status -eq 0 ] && grep -qF "$each" said; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "FAILED: $each" && tail -40 said | grep -E 'ERROR|WARN' | head -5; fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
