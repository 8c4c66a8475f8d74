#!/bin/sh
# Lets the terraform on the PATH evaluate the roots of src/test/resources/terraform with a mocked AWS provider, and compares what comes of it
# with each expected.txt: containers, names, values, and what a `valueFrom` points to. Names the folders to look at, or looks at all of them;
# prints one line a folder: agrees, differs (and how), refuses (and why), or no answer.
#
# Needs python3, and the provider in a folder that TF_PLUGIN_DIR names or that is found; nothing is downloaded. Exit code 0: all agree or refuse as the
# README beside the cases says; 1: one differs; 3: terraform or its provider is not here. The values of variables that have none stand in the README.
set -eu
cd "$(dirname "$0")/../resources/terraform"
command -v terraform >/dev/null || { echo "Terraform was not found." && exit 3; }
if [ -z "${TF_PLUGIN_DIR:-}" ]; then
  provider=$(find / -xdev -name 'terraform-provider-aws*' -path '*/registry.terraform.io/hashicorp/aws/*' -type f 2>/dev/null | head -1 || true)
  TF_PLUGIN_DIR=${provider%/registry.terraform.io/hashicorp/aws/*}
fi
[ -n "$TF_PLUGIN_DIR" ] || { echo "The AWS provider of Terraform was not found." && exit 3; }
export TF_PLUGIN_DIR TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1
exec python3 - "$@" <<'PY'
import json, os, re, shutil, subprocess, sys, tempfile

MANAGED = "the-secret-that-the-database-manages"

def table():
    rows = {}
    for line in open("README.md", encoding="utf-8"):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)]
        if len(cells) == 5 and cells[1].startswith("`"):
            rows[cells[1].strip("`")] = cells[3]
    return rows

def options(folder):
    path = os.path.join(folder, "inputs.txt")
    lines = open(path, encoding="utf-8").read().splitlines() if os.path.exists(path) else []
    return [tuple(line.split(" ", 1)) for line in lines]

def run(command, folder, environment):
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)

def state(name, said):
    """What `terraform test` has in its state after a mocked apply, or the first error."""
    work = tempfile.mkdtemp()
    here = os.path.join(work, "repo")
    shutil.copytree(name, here)
    asked = dict(options(name)) if options(name) else {}
    root = os.path.join(here, asked.get("root", ""))
    environment = dict(os.environ)
    flags = []
    for key, value in options(name):
        if key == "var":
            flags.append("-var=" + value)
        elif key == "var-file":
            flags.append("-var-file=" + os.path.join(here, value))
        elif key == "env":
            environment.update([value.split("=", 1)])
        elif key == "workspace":
            environment["TF_WORKSPACE"] = value
    for given in re.findall(r"`([^`=]+=[^`]*)`", said):
        flags.append("-var=" + given)
    account, region = asked.get("account", "123456789012"), asked.get("region", "eu-west-1")
    with open(os.path.join(root, "zz.tftest.hcl"), "w", encoding="utf-8") as file:
        file.write(mocks(root, account, region) + 'run "all" {\n  command = apply\n}\n')
    if not any("required_providers" in open(os.path.join(root, each), encoding="utf-8-sig").read() for each in os.listdir(root) if ".tf" in each):
        with open(os.path.join(root, "zz_required.tf"), "w", encoding="utf-8") as file:  # A mocked provider reaches modules only through a root that asks for it.
            file.write('terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n')
    try:
        init = run(["terraform", "init", "-no-color", "-input=false", "-backend=false", "-plugin-dir=" + os.environ["TF_PLUGIN_DIR"]], root, environment)
        if init.returncode:
            return None, init.stderr + init.stdout
        tested = run(["terraform", "test", "-json", "-verbose"] + flags, root, environment)
        found, problems = None, []
        for line in tested.stdout.splitlines():
            message = json.loads(line)
            if message.get("type") == "test_state":
                found = message["test_state"]
            if message.get("type") == "diagnostic" and message["diagnostic"]["severity"] == "error":
                problems.append(message["diagnostic"]["summary"] + ": " + message["diagnostic"]["detail"])
        return (None, "; ".join(problems)) if problems or found is None else (found, "")
    finally:
        shutil.rmtree(work)

def mocks(root, account, region):
    """The default provider and its aliases, with the data that the run is told."""
    text = ""
    for directory, _, files in os.walk(root):
        text += "\n".join(open(os.path.join(directory, each), encoding="utf-8-sig").read() for each in files if each.endswith(".tf") or each.endswith(".tf.json"))
    aliases = [""] + sorted(set(re.findall(r'^\s*alias\s*=\s*"([^"]+)"', text, re.M)))
    blocks = ""
    for alias in aliases:
        blocks += 'mock_provider "aws" {\n' + (f'  alias = "{alias}"\n' if alias else "")
        blocks += f'  mock_data "aws_caller_identity" {{\n    defaults = {{ account_id = "{account}", id = "{account}" }}\n  }}\n'
        blocks += f'  mock_data "aws_region" {{\n    defaults = {{ name = "{region}", id = "{region}" }}\n  }}\n'
        for type in ("aws_db_instance", "aws_rds_cluster"):
            blocks += f'  mock_resource "{type}" {{\n    defaults = {{ master_user_secret = [{{ secret_arn = "{MANAGED}" }}] }}\n  }}\n'
        blocks += '  mock_data "aws_partition" {\n    defaults = { partition = "aws", id = "aws", dns_suffix = "amazonaws.com" }\n  }\n}\n'
    return blocks

def resources(module):
    yield from module.get("resources", [])
    for child in module.get("child_modules", []):
        yield from resources(child)

def definitions(found):
    """Address to containers, made-up values turned back into the references that they came from."""
    everything = list(resources(found["values"]["root_module"])) if "values" in found else list(resources(found["root_module"]))
    names = {}
    for resource in everything:
        inside = resource["address"]
        inside = re.sub(r'^(module\.\w+(\["[^"]*"\]|\[\d+\])?\.)+', "", inside)
        for attribute in ("arn", "id"):
            value = resource["values"].get(attribute)
            if isinstance(value, str) and re.fullmatch(r"[a-z0-9]{8}", value):
                names[value] = "${%s.%s}" % (inside, attribute)
        if resource["values"].get("master_user_secret"):
            names[MANAGED] = "${%s.master_user_secret[0].secret_arn}" % inside
    result = {}
    for resource in everything:
        if resource["type"] == "aws_ecs_task_definition" and resource["mode"] == "managed":
            text = resource["values"]["container_definitions"]
            for value, name in names.items():
                text = text.replace(value, json.dumps(name)[1:-1])
            result[resource["address"]] = json.loads(text)
    return result

def expected(name):
    """The same of an expected.txt: address to (whether it is open, containers)."""
    result, container, entry = {}, None, None
    for line in open(os.path.join(name, "expected.txt"), encoding="utf-8"):
        depth = (len(line) - len(line.lstrip(" "))) // 2
        line = line.strip("\n").strip(" ")
        if depth == 0:
            match = re.match(r"task definition (\S+(?:\[\".*?\"\])?\S*) (@|not known)(.*)", line)
            if match:
                open_definition = {"open": False, "sure": match[2] == "@" and " when " not in match[3], "containers": []}
                result[match[1]] = open_definition
            container = None
        elif depth == 1 and line.startswith("container "):
            container = {"name": line[len("container "):line.rindex(" @ ")], "open": False, "entries": []}
            open_definition["containers"].append(container)
        elif line.startswith("not known:") and depth < 3:
            (container or open_definition)["open"] = True
        elif depth == 2 and container is not None:
            match = re.match(r"(environment|secret) (\S+) (@|not known)(.*)", line)
            if match:
                way = match[4].split(" < ")[0]
                entry = {"kind": match[1], "name": match[2], "sure": match[3] == "@" and " when " not in way, "value": None}
                container["entries"].append(entry)
        elif depth == 3 and entry is not None:
            if line.startswith("= "):
                entry["value"] = line[2:]
            elif line == "=":
                entry["value"] = ""
            elif line.startswith("from ") and " → " in line:
                entry["value"] = line[5:line.index(" → ")]
    return result

def field(mapping, name, otherwise=None):
    found = [value for key, value in mapping.items() if key.lower() == name.lower()]
    return found[-1] if found else otherwise

def like(ours, theirs):
    """Whether a text with holes may be the other text; a hole that names a resource must be that very reference."""
    parts = re.split(r"\$\{[^}]*\}", ours)
    return re.fullmatch(".*".join(map(re.escape, parts)), theirs, re.S) is not None

def same(ours, theirs):
    return ours is None or ours == theirs.replace("\n", "\\n") or ("${" in ours and like(ours, theirs))

def compare(ours, theirs):
    faults = []
    for address, containers in theirs.items():
        mine = ours.get(address) or ours.get(re.sub(r"\[[^\]]*\]$", "[*]", address))
        if mine is None:
            faults.append(f"{address} is missed")
            continue
        for container in filter(None, containers):
            name = field(container, "name", "")
            known = [each for each in mine["containers"] if each["name"] == name]
            known = known or [each for each in mine["containers"] if (name in each["name"].strip("${}").split(" or ") if " or " in each["name"] else "${" in each["name"] and like(each["name"], name))]
            if not known:
                faults += [] if mine["open"] else [f"{address}: container {name} is missed"]
                continue
            faults += entries(f"{address} {name}", known, container)
    return faults

def entries(where, known, container):
    faults = []
    mine = [entry for each in known for entry in each["entries"]]
    open_container = any(each["open"] for each in known)
    for kind, key, member in (("environment", "environment", "value"), ("secret", "secrets", "valueFrom")):
        theirs = [(field(each, "name"), field(each, member)) for each in field(container, key) or [] if each and field(each, "name")]
        theirs = [(name, value) for name, value in theirs if value is not None]
        names = [name for name, _ in theirs]
        for name, value in theirs:
            fitting = [entry for entry in mine if entry["kind"] == kind and entry["name"] == name]
            if not fitting and not open_container:
                faults.append(f"{where}: {kind} {name} is missed")
            elif fitting and not any(same(entry["value"], value) for entry in fitting):
                faults.append(f"{where}: {kind} {name} is {value!r}, not {[entry['value'] for entry in fitting]}")
        faults += [f"{where}: {kind} {entry['name']} is invented" for entry in mine if entry["kind"] == kind and entry["sure"] and entry["name"] not in names]
    return faults

rows = table()
wrong = False
for name in sys.argv[1:] or sorted(each for each in os.listdir(".") if os.path.isdir(each)):
    said = rows.get(name, "")
    found, problem = state(name, said)
    if found is None:
        verdict = "refuses: " + " ".join(problem.split())[:300]
        wrong |= said.startswith("agrees")
    else:
        theirs, ours = definitions(found), expected(name)
        faults = compare(ours, theirs) + [f"{address} is invented" for address, mine in ours.items() if mine["sure"] and "[*]" not in address and address not in theirs]
        verdict = "differs: " + "; ".join(faults) if faults else "agrees"
        wrong |= bool(faults) and said.startswith("agrees")
    print(f"{name}\t{verdict}", flush=True)
sys.exit(1 if wrong else 0)
PY
