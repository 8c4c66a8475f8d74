#!/usr/bin/env bash
# Evaluates the roots of src/test/resources/terraform-modules with the public modules that they call, and writes recorded.json beside each: what
# the terraform on the PATH puts into task definitions and services, with `terraform test`, `mock_provider "aws"` and the AWS provider in a
# folder (found by itself, or named in TF_PLUGIN_DIR). The argument is a directory with clones of terraform-aws-ecs,
# terraform-aws-ecs-container-definition, terraform-aws-ecs-alb-service-task and terraform-null-label, bare or not. Where a module asks for
# more than the provider has, the arguments that it does not know are taken out of a copy: none of them is a container's.
# Further arguments name roots; default: all. Exit code 0: recorded; 1: something failed; 3: something is not here.
set -euo pipefail
cd "$(dirname -- "$0")/../resources/terraform-modules"
clones=${1:?the directory with the clones}
shift
command -v terraform >/dev/null || { echo "Terraform was not found."; exit 3; }
plugins=${TF_PLUGIN_DIR:-}
if [ -z "$plugins" ]; then
  provider=$(find / -xdev -name 'terraform-provider-aws*' -path '*/registry.terraform.io/hashicorp/aws/*' -type f 2>/dev/null | head -1 || true)
  plugins=${provider%/registry.terraform.io/hashicorp/aws/*}
fi
[ -n "$plugins" ] || { echo "the AWS provider of Terraform was not found."; exit 3; }
export CLONES=$(cd "$clones" && pwd) PLUGINS=$plugins CHECKPOINT_DISABLE=1 TF_CLI_CONFIG_FILE=/dev/null
exec python3 - "$@" <<'PY'
import glob, io, json, os, re, shutil, subprocess, sys, tarfile, tempfile

CLONES, PLUGINS = os.environ["CLONES"], os.environ["PLUGINS"]
LABEL = "0.25.0"

def clone(name):
    for path in [name, name + "/repo", f"cloudposse+{name}/repo", f"terraform-aws-modules+{name}/repo"]:
        path = os.path.join(CLONES, path)
        for directory in [os.path.join(path, ".git"), path]:
            if os.path.exists(os.path.join(directory, "HEAD")):
                return directory
    raise SystemExit(f"no clone of {name}")

def checkout(work, name, version):
    target = os.path.join(work, "modules", f"{name}-{version}")
    if not os.path.exists(target):
        for tag in [version, "v" + version]:
            packed = subprocess.run(["git", f"--git-dir={clone(name)}", "archive", tag], capture_output=True)
            if packed.returncode == 0:
                break
        tarfile.open(fileobj=io.BytesIO(packed.stdout)).extractall(target, filter="data")
        for unused in ["examples", "test", "tests", "wrappers"]:
            shutil.rmtree(os.path.join(target, unused), ignore_errors=True)
        for path in glob.glob(target + "/**/*.tf", recursive=True):
            edit(path, lambda text: relaxed(local(text, work, os.path.dirname(path))))
    return target

def edit(path, change):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(change(text))

def relaxed(text):
    text = re.sub(r'version\s*=\s*">= 6[^"]*"', 'version = ">= 5.0"', text)
    text = re.sub(r'required_version\s*=.*', "", text)
    text = re.sub(r'\n\s*region\s*=\s*var\.region\n', "\n", text)
    text = re.sub(r'\n    (?!aws\b)\w+ = \{\n\s*source[^}]*\}', "", text)
    text = re.sub(r'provider_meta "aws" \{.*?\n  \}\n', "", text, flags=re.S)
    text = re.sub(r'\n\s*create_duration\s*=.*', "", text.replace('resource "time_sleep"', 'resource "terraform_data"'))
    text = re.sub(r"time_sleep\.this\[0\]\.triggers", "terraform_data.this[0].output", text).replace("\n  triggers = {", "\n  input = {")
    return re.sub(r"(data\.aws_region\.current\S*?)\.region\b", r"\1.name", text)

def local(text, work, folder):
    """Puts the checkouts in the place of the registry."""
    def module(match):
        block = match.group(0)
        source = re.search(r'source\s*=\s*"([^"]+)"', block)
        version = re.search(r'\n\s*version\s*=\s*"[^\d"]*([\d.]+)"', block) or re.search(r"ref=v?([\d.]+)", block)
        known = [("ecs-container-definition", "terraform-aws-ecs-container-definition"), ("ecs-alb-service-task", "terraform-aws-ecs-alb-service-task"),
                 ("label/null", "terraform-null-label"), ("terraform-aws-modules", "terraform-aws-ecs")]
        name = next((name for word, name in known if source and word in source.group(1)), None)
        if not name:
            return block
        number = LABEL if name == "terraform-null-label" else {"5.12.0": "5.12.1"}.get(version.group(1), version.group(1))
        inside = re.search(r"//(modules/[\w-]+)", source.group(1))
        path = checkout(work, name, number) + ("/" + inside.group(1) if inside else "")
        block = re.sub(r'\n\s*version\s*=\s*"[^"]*"', "", block)
        return block.replace(source.group(0), f'source = "{os.path.relpath(path, folder)}"')
    return re.sub(r'module "[^"]+" \{\n.*?\n\}', module, text, flags=re.S)

def terraform(root, *arguments):
    return subprocess.run(["terraform", *arguments], cwd=root, capture_output=True, text=True)

def repaired(root):
    """Takes out what the provider does not know, until it is content."""
    for _ in range(60):
        errors = [each for each in json.loads(terraform(root, "validate", "-json").stdout)["diagnostics"] if each["severity"] == "error"]
        if not errors:
            return
        seen = set()
        for each in sorted(errors, key=lambda each: -each["range"]["start"]["line"]):
            path = os.path.normpath(os.path.join(root, each["range"]["filename"]))
            if "/modules/" not in path or each["summary"] not in ("Unsupported argument", "Unsupported block type"):
                raise SystemExit(f"{path}: {each['summary']}: {each['detail']}")
            line = each["range"]["start"]["line"]
            if (path, line) not in seen:
                seen.add((path, line))
                edit(path, lambda text: without(text, line - 1))

def without(text, line):
    lines = text.split("\n")
    depth, end = 0, line
    while True:
        depth += sum(lines[end].count(c) for c in "{[(") - sum(lines[end].count(c) for c in "}])")
        end += 1
        if depth <= 0:
            return "\n".join(lines[:line] + lines[end:])

def container(definition):
    named = lambda list, value: {each["name"]: each[value] for each in definition.get(list) or []}
    return {"name": definition.get("name", ""), "environment": named("environment", "value"), "secrets": named("secrets", "valueFrom"),
            "environmentFiles": [each["value"] for each in definition.get("environmentFiles") or []]}

def record(name):
    work = tempfile.mkdtemp()
    root = os.path.join(work, "root")
    shutil.copytree(name, root, ignore=shutil.ignore_patterns("recorded.json"))
    for path in glob.glob(root + "/*.tf"):
        edit(path, lambda text: local(text, work, root))
    with open(os.path.join(root, "provider.tf"), "w") as file:
        file.write('provider "aws" {}\n')
    with open(os.path.join(root, "main.tftest.hcl"), "w") as file:
        file.write('mock_provider "aws" {\n  mock_data "aws_iam_policy_document" {\n    defaults = { json = "{}" }\n  }\n}\nrun "all" {\n  command = plan\n}\n')
    started = terraform(root, "init", "-input=false", f"-plugin-dir={PLUGINS}")
    if started.returncode:
        raise SystemExit(started.stdout + started.stderr)
    repaired(root)
    tested = terraform(root, "test", "-json", "-verbose")
    messages = [json.loads(line) for line in tested.stdout.splitlines() if line.startswith("{")]
    plan = next((each["test_plan"] for each in messages if each["type"] == "test_plan"), None)
    if tested.returncode or not plan:
        raise SystemExit("\n".join(json.dumps(each["diagnostic"]) for each in messages if "diagnostic" in each) + tested.stderr)
    found = {}
    for each in plan["resource_changes"]:
        values = each["change"]["after"]
        if each["type"] in ("aws_ecs_service", "aws_ecs_task_definition") and each["mode"] == "managed" and not {"family", "name"} & set(values):
            raise SystemExit(f"not known: {json.dumps(each)}")
        if each["mode"] == "managed" and each["type"] == "aws_ecs_task_definition":
            found[each["address"]] = {"family": values["family"],
                                      "containers": [container(one) for one in json.loads(values["container_definitions"])]}
        if each["type"] == "aws_ecs_service":
            found[each["address"]] = {"name": values["name"]}
    with open(os.path.join(name, "recorded.json"), "w", encoding="utf-8") as out:
        json.dump(found, out, indent=2, sort_keys=True)
        out.write("\n")
    shutil.rmtree(work)
    print("recorded", name, len(found), flush=True)

failed = 0
for name in sys.argv[1:] or sorted(os.listdir(".")):
    if os.path.isdir(name):
        try:
            record(name)
        except SystemExit as problem:
            failed = 1
            print("FAILED", name, str(problem)[:1500], flush=True)
sys.exit(failed)
PY
