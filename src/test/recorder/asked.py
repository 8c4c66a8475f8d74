"""Judges what was recorded: no call that docs/aws-calls.md does not list, and no value of a secret for a run without --deep.

    python asked.py [--perhaps OPERATION] docs/aws-calls.md RECORDED.tsv ...

Every operation of the list has to be in one of the records, or the list says more than is known, but for those that it hangs on the clock
whether they are asked for. A judge that lets everything pass would
not be noticed, so forbidden calls are added to each record, one at a time, and each has to be found.
"""

import argparse
import collections
import re
import sys

FORBIDDEN = [
    "plain\tecs:UpdateService\t",
    "plain\tecs:ListTaskDefinitions\t",
    "deep\tsecretsmanager:PutSecretValue\t",
    "plain\tsecretsmanager:GetSecretValue\t",
    "plain\tssm:GetParameters\tdecrypted",
    "plain\tssm:GetParameter\t",
    "plain\ts3:PUT /shop-config/web.env\t",
    "plain\t?:POST /\t",
    "sts:GetCallerIdentity",
    "",
]


def listed(page):
    with open(page, encoding="utf-8") as lines:
        return {found[1] for found in (re.match(r"\| `([^`]+)` \|", line) for line in lines) if found}


def faults(record, allowed):
    """What is wrong with the lines of a record: one sentence each."""
    if not record:
        yield "nothing was recorded"
    for line in record:
        columns = line.split("\t")
        if len(columns) != 3 or columns[0] not in ("plain", "deep"):
            yield "the line %r is none of a record" % line
            continue
        mode, operation, how = columns
        if operation not in allowed:
            yield "%s is not in the list of calls" % operation
        if mode == "plain" and operation == "secretsmanager:GetSecretValue":
            yield "the value of a secret was asked for without --deep"
        if mode == "plain" and how:
            yield "%s was asked for what it has in clear without --deep" % operation


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--perhaps", action="append", default=[], metavar="OPERATION")
    arguments.add_argument("page")
    arguments.add_argument("records", nargs="+", metavar="RECORDED.tsv")
    given = arguments.parse_args()
    allowed = listed(given.page)
    seen = collections.Counter()
    wrong = [] if allowed else ["%s lists nothing." % given.page]
    for file in given.records:
        with open(file, encoding="utf-8") as lines:
            record = lines.read().splitlines()
        wrong += ["%s: %s." % (file, fault) for fault in sorted(set(faults(record, allowed)))]
        for line in FORBIDDEN:
            if len(list(faults(record + [line], allowed))) == len(list(faults(record, allowed))):
                wrong.append("%s: the judge is blind: it does not find %r." % (file, line))
        seen.update(line.split("\t")[1] for line in record if line.count("\t") == 2)
        print("%s: %d calls" % (file, len(record)))
    reached = allowed & set(seen)
    wrong += ["%s is in the list and in no record." % each for each in sorted(allowed - reached - set(given.perhaps))]
    print("asked: " + ", ".join("%d %s" % (count, each) for each, count in sorted(seen.items())))
    print("\n".join(wrong) or "nothing else, and no value without --deep")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
