"""Runs Buzzline and its peers on the same files, compares the answers, then prints one table of ratios.

usage: compare.py BUZZLINE RUNNER WORKDIR [--quick]
"""
import datetime
import json
import math
import os
import platform
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BUZZLINE, RUNNER, WORK = sys.argv[1:4]
QUICK = "--quick" in sys.argv
LIMIT = 120 if QUICK else 900

# What is compared: measure, actors, ties, clusters, peers, repetitions of ours.
TASKS = [
    ("betweenness", 20_000, 200_000, 200, ["igraph", "networkit", "rustworkx"], 3),
    ("distances", 20_000, 200_000, 200, ["igraph"], 5),
    ("brokerage", 50_000, 250_000, 300, ["sna"], 5),
    ("brokerage", 200_000, 1_900_000, 1_000, [], 5),
    ("brokerage", 1_000_000, 10_000_000, 5_000, [], 3),
    ("holes", 200_000, 1_900_000, 1_000, ["igraph"], 3),
    ("triads", 200_000, 1_900_000, 1_000, ["igraph"], 5),
    ("distances", 200_000, 1_900_000, 1_000, [], 1),
    ("load", 1_000_000, 10_000_000, 5_000, ["polars", "igraph"], 3),
]
if QUICK:
    TASKS = [(m, a // 20, t // 20, max(1, c // 20), p, r) for m, a, t, c, p, r in TASKS]


def folder(actors, ties, clusters):
    """The input of this size; its name and seed say all there is to know about it."""
    path = f"{WORK}/{actors}-{ties}-{clusters}"
    if not os.path.isdir(path):
        subprocess.run([BUZZLINE, "generate", "--actors", str(actors), "--ties", str(ties), "--clusters",
                        str(clusters), "--seed", "1", "--output", path], check=True, stderr=subprocess.DEVNULL)
        # Networks alone are read: what was planted in them is no part of the study.
        os.remove(f"{path}/truth.csv")
    return path


def run(command):
    """What a program printed, or why it printed nothing."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return None, f"stopped after {LIMIT} s"
    except FileNotFoundError:
        return None, "not installed"
    if done.returncode != 0:
        return None, (done.stderr.strip().splitlines() or ["failed"])[-1][:100]
    return json.loads(done.stdout.strip().splitlines()[-1]), None


def answers(path):
    with open(path) as file:
        return {key: numbers for key, *numbers in (line.strip().split(",") for line in file)}


def disagreement(ours, theirs):
    """The worst relative difference of two answers; infinite where one has what the other has not."""
    one, other, worst = answers(ours), answers(theirs), 0.0
    for key in one.keys() | other.keys():
        left, right = one.get(key), other.get(key)
        if left is None or right is None:
            # Readers without an actor file cannot know of isolates.
            if any(float(x) != 0 for x in left or right):
                return math.inf
            continue
        for a, b in zip(map(float, left), map(float, right)):
            if math.isnan(a) != math.isnan(b):
                return math.inf
            if a != b and not math.isnan(a):
                worst = max(worst, abs(a - b) / max(abs(a), abs(b), 1e-3))
    return worst


def peer(program, measure, path, scores):
    if program == "sna":
        return run(["Rscript", f"{HERE}/brokerage.R", path, scores])
    return run([sys.executable, f"{HERE}/peer.py", program, measure, path, scores])


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}"


def main():
    os.makedirs(WORK, exist_ok=True)
    threads = os.cpu_count()
    print(f"{datetime.date.today()}, {machine()}; Buzzline on {threads} threads.\n")
    print("| measure | actors / ties | Buzzline | peer | peer's seconds | ratio | worst difference |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for measure, actors, ties, clusters, peers, repeats in TASKS:
        path = folder(actors, ties, clusters)
        ours, trouble = run([RUNNER, measure, path, f"{WORK}/ours.csv", "--repeat", str(repeats), "--threads",
                             str(threads)])
        if ours is None:
            print(f"| {measure} | {actors:,} / {ties:,} | {trouble} | | | | |", flush=True)
            continue
        best = min(ours["seconds"])
        head = f"| {measure} | {actors:,} / {ties:,} | {best:.3g} s |"
        if not peers:
            print(f"{head} none of this size | | | |", flush=True)
        for program in peers:
            theirs, trouble = peer(program, measure, path, f"{WORK}/theirs.csv")
            if theirs is None:
                print(f"{head} {program}: {trouble} | | | |", flush=True)
                continue
            worst = disagreement(f"{WORK}/ours.csv", f"{WORK}/theirs.csv")
            took = min(theirs["seconds"])
            ratio = f"{took / best:.3g}×" if worst <= 1e-9 else "not compared: the answers differ"
            print(f"{head} {program} {theirs['version']} | {took:.3g} | {ratio} | {worst:.1e} |", flush=True)


main()
