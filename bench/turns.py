"""Commands that take turns, each measured as a whole process: wall clock, processor time, and the largest resident set."""

import os
import statistics
import subprocess
import sys
import time

QUIET = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}


def measured(command, folder, ends=(0,)):
    """Seconds on the clock, seconds of processor, megabytes; it has to end with one of these codes."""
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in ends:
        sys.exit(f"{' '.join(map(str, command))} in {folder} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def in_turns(runs, rounds):
    """The medians of commands that take turns, so that what disturbs the machine disturbs all of them. A run is a command, a folder, and the codes it may end with."""
    figures = [[] for _ in runs]
    for _ in range(rounds):
        for each, run in zip(figures, runs):
            each.append(measured(*run))
    return [tuple(statistics.median(column) for column in zip(*each)) for each in figures]


def table(title, names, medians):
    base = medians[0]
    print(f"\n{title}\n\n| run | wall s | ratio | processor s | ratio | MB |\n|---|---|---|---|---|---|")
    for name, (wall, cpu, memory) in zip(names, medians):
        print(f"| {name} | {wall:.3f} | {wall / base[0]:.2f} | {cpu:.3f} | {cpu / base[1]:.2f} | {memory:.0f} |")
