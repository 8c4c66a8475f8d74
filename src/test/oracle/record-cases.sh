#!/bin/sh
# Evaluates the expressions of src/test/resources/hcl/eval/*.cases with the terraform on the PATH and writes cases.tsv:
# expression, tab, what jsonencode makes of it, @@ERR@@ where it fails, @@SYNTAX@@ where it is no expression. Needs python3; no provider, no network.
set -eu
cd "$(dirname "$0")/../resources/hcl/eval"
exec python3 - <<'PY'
import base64, glob, json, os, shutil, subprocess, tempfile

FAILED = "@@ERR@@"
REFUSED = "@@SYNTAX@@"

def console(folder):
    asked = subprocess.run(["terraform", "console", "-no-color"], input="local.all\n", capture_output=True, text=True, cwd=folder)
    return asked.stdout.strip()

def evaluate(expressions):
    folder = tempfile.mkdtemp()
    with open(os.path.join(folder, "main.tf"), "w", encoding="utf-8") as file:
        file.write("locals {\n")
        for number, expression in enumerate(expressions):
            file.write(f'  c{number} = try(jsonencode({expression}), "{FAILED}")\n')
        names = ", ".join(f"local.c{number}" for number in range(len(expressions)))
        file.write(f"  all = base64encode(jsonencode([{names}]))\n}}\n")
    printed = console(folder)
    shutil.rmtree(folder)
    try:
        return json.loads(base64.b64decode(json.loads(printed)))
    except ValueError:  # Also what b64decode raises.
        if len(expressions) == 1 and printed:
            raise SystemExit(f"not evaluated: {expressions[0]}: {printed}")
        if len(expressions) == 1:
            return [REFUSED]
        half = len(expressions) // 2
        return evaluate(expressions[:half]) + evaluate(expressions[half:])

def read(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]

version = json.loads(subprocess.run(["terraform", "version", "-json"], capture_output=True, text=True).stdout)["terraform_version"]
with open("cases.tsv", "w", encoding="utf-8") as out:
    out.write(f"# Recorded by src/test/oracle/record-cases.sh with terraform console {version}. {FAILED}: the expression fails. {REFUSED}: it is no expression.\n")
    for path in sorted(glob.glob("*.cases")):
        out.write(f"# {path}\n")
        expressions = read(path)
        for start in range(0, len(expressions), 200):
            chunk = expressions[start:start + 200]
            for expression, result in zip(chunk, evaluate(chunk)):
                out.write(f"{expression}\t{result}\n")
PY
