#!/bin/sh
# Evaluates the expressions of src/test/resources/hcl/eval/*.cases with the terraform on the PATH and writes cases.tsv: expression, tab,
# what jsonencode makes of it; @@ERR@@ where it fails, @@SYNTAX@@ where it is no expression. Does the same for the conversions of
# *.types, type, tab, value, and writes types.tsv. Needs python3; no provider, no network.
set -eu
cd "$(dirname "$0")/../resources/hcl/eval"
exec python3 - <<'PY'
import base64, glob, json, os, shutil, subprocess, tempfile

FAILED = "@@ERR@@"
REFUSED = "@@SYNTAX@@"

def console(blocks, names):
    folder = tempfile.mkdtemp()
    with open(os.path.join(folder, "main.tf"), "w", encoding="utf-8") as file:
        file.write("\n".join(blocks))
        file.write(f"\nlocals {{\n  all = base64encode(jsonencode([{', '.join(names)}]))\n}}\n")
    asked = subprocess.run(["terraform", "console", "-no-color"], input="local.all\n", capture_output=True, text=True, cwd=folder)
    shutil.rmtree(folder)
    return asked.stdout.strip()

def evaluate(cases, block, name, refused):
    printed = console([block(number, case) for number, case in enumerate(cases)], [name(number) for number in range(len(cases))])
    try:
        return json.loads(base64.b64decode(json.loads(printed)))
    except ValueError:  # Also what b64decode raises.
        if len(cases) == 1 and "(known after apply)" in printed or "(sensitive" in printed:
            raise SystemExit(f"not evaluated: {cases[0]}: {printed}")
        if len(cases) == 1:
            return [refused]
        half = len(cases) // 2
        return evaluate(cases[:half], block, name, refused) + evaluate(cases[half:], block, name, refused)

def expression(number, case):
    return f'locals {{\n  c{number} = try(jsonencode({case}), "{FAILED}")\n}}'

def variable(number, case):
    wanted, value = case.split("\t")
    return f'variable "v{number}" {{\n  type = {wanted}\n  default = {value}\n}}'

def read(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]

def record(pattern, target, block, name, refused, header):
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"# Recorded by src/test/oracle/record-cases.sh with terraform console {version}. {header}\n")
        for path in sorted(glob.glob(pattern)):
            out.write(f"# {path}\n")
            cases = read(path)
            for start in range(0, len(cases), 200):
                chunk = cases[start:start + 200]
                for case, result in zip(chunk, evaluate(chunk, block, name, refused)):
                    out.write(f"{case}\t{result}\n")

version = json.loads(subprocess.run(["terraform", "version", "-json"], capture_output=True, text=True).stdout)["terraform_version"]
record("*.cases", "cases.tsv", expression, lambda number: f"local.c{number}", REFUSED, f"{FAILED}: the expression fails. {REFUSED}: it is no expression.")
record("*.types", "types.tsv", variable, lambda number: f"jsonencode(var.v{number})", FAILED, f"{FAILED}: the value is not of the type.")
PY
