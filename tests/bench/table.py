#!/usr/bin/env python3
"""Runs the benchmarks of a build folder and prints one table: what, ours, floor, ratio, target.

Programs are run in turn (A B A B), seven rounds after one that is not counted; a ratio is the median of the rounds' ratios.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 7
PASSPHRASE = "one two three four five"


def environment(build, home):
    env = dict(os.environ)
    env.update(
        HOME=home, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config", XDG_CACHE_HOME=f"{home}/cache",
        GSETTINGS_SCHEMA_DIR=os.path.abspath(f"{build}/data"), GSETTINGS_BACKEND="memory", GDK_BACKEND="x11",
        GSK_RENDERER="cairo", GDK_DISABLE="gl,vulkan", GDK_DEBUG="no-portals", ADW_DISABLE_PORTAL="1",
        GIO_USE_VFS="local", LC_ALL="en_GB.UTF-8",
    )
    return env


def once(command, env):
    """Milliseconds from exec to the first painted frame, and the memory (PSS, KiB) then."""
    began = time.time()
    out = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120)
    words = out.stdout.split()
    if out.returncode or len(words) < 2:
        raise SystemExit(f"{command[0]} failed: {out.stderr[-2000:]}")
    return int(words[-2]) / 1000 - began * 1000, int(words[-1])


def pair(ours, floor, env):
    """Medians of time and memory of both, and the medians of the ratios."""
    rows = []
    for i in range(ROUNDS + 1):
        a, b = once(ours, env), once(floor, env)
        if i:
            rows.append((a, b))
    middle = statistics.median
    return (
        middle(a[0] for a, _ in rows), middle(b[0] for _, b in rows), middle(a[0] / b[0] for a, b in rows),
        middle(a[1] for a, _ in rows), middle(b[1] for _, b in rows), middle(a[1] / b[1] for a, b in rows),
    )


def line(what, ours, floor, ratio, target):
    print(f"{what:<58} {ours:>11} {floor:>11} {ratio:>7.2f} {target:>7}", flush=True)


def start_row(what, ours, floor, env, time_target, memory_target):
    t, ft, tr, m, fm, mr = pair(ours, floor, env)
    line(f"{what}, time", f"{t:.0f} ms", f"{ft:.0f} ms", tr, time_target)
    line(f"{what}, memory", f"{m / 1024:.1f} MiB", f"{fm / 1024:.1f} MiB", mr, memory_target)


def journal_of(build, home, entries, env):
    path = f"{home}/{entries}.leidraad"
    secret = f"{home}/passphrase"
    with open(secret, "w") as file:
        file.write(PASSPHRASE)
    what = ["demo", path, "--entries", str(entries)] if entries else ["create", path, "--leader", "Sanne de Wit"]
    subprocess.run(
        [f"{build}/src/cli/leidraadctl", *what, "--passphrase-file", secret], env=env, check=True, capture_output=True)
    return path


def start(build, home, env):
    floor = [f"{build}/tests/bench/start-floor"]
    ours = f"{build}/tests/bench/start-bench"
    start_row("First run page / bare window", [ours, "first-run"], floor, env, "1.20", "1.25")
    paths = {n: journal_of(build, home, n, env) for n in (0, 1000, 10000, 100000)}
    start_row("Unlock page / bare window", [ours, "unlock", paths[1000]], floor, env, "1.20", "1.25")
    start_row("Today of 100,000 / bare window", [ours, "today", paths[100000], PASSPHRASE], floor, env, "1.25", "1.25")
    start_row("Journal of 100,000 / bare window", [ours, "journal", paths[100000], PASSPHRASE], floor, env, "1.25", "1.25")
    start_row("Progress of 100,000 / Progress of 1,000", [ours, "progress", paths[100000], PASSPHRASE],
              [ours, "progress", paths[1000], PASSPHRASE], env, "", "")
    for entries in (10000, 100000):
        start_row(f"Journal of {entries:,} / empty journal", [ours, "journal", paths[entries], PASSPHRASE],
                  [ours, "journal", paths[0], PASSPHRASE], env, "", "")
    start_row("Journal of 100,000 / journal of 1,000", [ours, "journal", paths[100000], PASSPHRASE],
              [ours, "journal", paths[1000], PASSPHRASE], env, "1.10", "")


def program(*names):
    def run(build, home, env):
        for name in names:
            subprocess.run([f"{build}/tests/bench/{name}-bench"], env=env, check=True)
    return run


BENCHES = {"start": start, "store": program("store"), "progress": program("progress", "page"), "chart": program("chart"), "typing": program("typing"),
           "document": program("document")}


def main():
    build, names = sys.argv[1], sys.argv[2:] or list(BENCHES)
    print(f"{'what':<58} {'ours':>11} {'floor':>11} {'ratio':>7} {'target':>7}")
    for name in names:
        if name not in BENCHES:
            raise SystemExit(f"no benchmark {name}; there are: {', '.join(BENCHES)}")
        with tempfile.TemporaryDirectory() as home:
            BENCHES[name](build, home, environment(build, home))


main()
