#!/bin/sh
# Asks the terraform on the PATH which values the variables of src/test/resources/terraform/variables have, with the options of its inputs.txt,
# and writes recorded.json. Needs python3; no provider, no network.
set -eu
cd "$(dirname "$0")/../resources/terraform/variables"
exec python3 - <<'PY'
import base64, json, os, shutil, subprocess, tempfile

folder = os.path.join(tempfile.mkdtemp(), "root")
shutil.copytree(".", folder, ignore=shutil.ignore_patterns("task.tf", "expected.txt", "recorded.json"))
with open(os.path.join(folder, "ask.tf"), "w") as file:
    file.write("locals {\n  asked = base64encode(jsonencode(local.all))\n}\n")
command = ["terraform", "console", "-no-color"]
environment = {key: value for key, value in os.environ.items() if not key.startswith("TF_")}
with open("inputs.txt", encoding="utf-8") as file:
    for line in file.read().splitlines():
        option, rest = line.split(" ", 1)
        if option == "env":
            name, value = rest.split("=", 1)
            environment[name] = value
        else:
            command.append(f"-{option}={rest}")
subprocess.run(["terraform", "workspace", "new", environment["TF_WORKSPACE"]], cwd=folder, capture_output=True,
               env={key: value for key, value in environment.items() if key != "TF_WORKSPACE"})
asked = subprocess.run(command, input="local.asked\n", capture_output=True, text=True, cwd=folder, env=environment)
last = [line for line in asked.stdout.splitlines() if line.strip()]
if asked.returncode or not last:
    raise SystemExit(asked.stdout + asked.stderr)
with open("recorded.json", "w", encoding="utf-8") as out:
    json.dump(json.loads(base64.b64decode(json.loads(last[-1]))), out, indent=2)
    out.write("\n")
PY
