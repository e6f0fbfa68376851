"""Tells the kernels' times as one table: each size, how time grows with size, memory, and igraph beside it.

usage: growth.py FOLDER, which holds what 'swift package benchmark --format histogramSamples --path FOLDER' wrote
"""
import math
import pathlib
import re
import sys

NAME = re.compile(r"Current_run\.Kernels\.(.+)_(parallel|igraph)_(\d+)_\d+\.(wallClock|peakMemoryResident)\.")


def measured(folder):
    """Fastest milliseconds and peak megabytes by kernel, engine and number of actors."""
    found = {}
    for file in pathlib.Path(folder).glob("*.samples.tsv"):
        kernel, engine, actors, metric = NAME.match(file.name).groups()
        samples = [int(line) for line in file.read_text().splitlines()[1:]]
        numbers = found.setdefault(kernel.replace("_", " "), {}).setdefault(engine, {}).setdefault(int(actors), {})
        if metric == "wallClock":
            numbers["time"] = min(samples) / 1000
        else:
            numbers["memory"] = max(samples)
    return found


def milliseconds(number):
    return f"{number:,.0f} ms" if number >= 100 else f"{number:.3g} ms"


def growth(sizes, what):
    """The power of the number of actors that a number grows with, from the smallest to the largest size."""
    least, most = min(sizes), max(sizes)
    return f"{math.log(sizes[most][what] / sizes[least][what]) / math.log(most / least):.2f}"


def line(kernel, engines):
    """A kernel's cells; every one has been run at every size."""
    ours, judge = engines["parallel"], engines.get("igraph")
    largest = ours[max(ours)]
    cells = [kernel, *(milliseconds(ours[size]["time"]) for size in sorted(ours)), growth(ours, "time"),
             f"{largest['memory']} MB", growth(ours, "memory")]
    if not judge:
        return cells + ["", ""]
    theirs = judge[max(ours)]["time"]
    return cells + [milliseconds(theirs), f"{theirs / largest['time']:.3g}×"]


def main():
    found = measured(sys.argv[1])
    sizes = sorted({size for engines in found.values() for size in engines.get("parallel", {})})
    failed = [f"{kernel} ({engine})" for kernel, engines in found.items()
              for engine in {"parallel", *engines} if sorted(engines.get(engine, {})) != sizes]
    if failed or not found:
        sys.exit(f"These failed at some size, or their answers differ: {', '.join(failed) or 'all'}.")
    heading = ["kernel", *(f"{size:,} actors" for size in sizes), "time grows by n^", "peak memory", "memory grows by n^",
               f"igraph, {sizes[-1]:,} actors", "ratio"]
    print("Ten ties an actor, seed 1; fastest run; peak memory is of the whole process, with its input.\n")
    for cells in [heading, ["---"] * len(heading), *(line(kernel, found[kernel]) for kernel in sorted(found))]:
        print("| " + " | ".join(cells) + " |")


main()
