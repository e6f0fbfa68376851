"""Tells the kernels' times as one table: each size, how time grows with size, memory, and igraph beside it.

usage: growth.py FOLDER, which holds what 'swift package benchmark --format jmh --path FOLDER' wrote
"""
import json
import math
import pathlib
import sys


def measured(folder):
    """Fastest seconds and peak memory by kernel, engine and number of actors."""
    found = {}
    for file in pathlib.Path(folder).glob("*.jmh.json"):
        for entry in json.loads(file.read_text()):
            kernel, engine, size = entry["benchmark"].rsplit(".", 1)[-1].replace("_", " ").rsplit(" ", 2)
            others = entry["secondaryMetrics"]
            microseconds = others["Time (wall clock)"]["scorePercentiles"]["0.0"]
            memory = others["Memory (resident peak)"]["scorePercentiles"]["100.0"]
            found.setdefault(kernel, {}).setdefault(engine, {})[int(size.split("/")[0])] = microseconds / 1e6, memory
    return found


def growth(sizes, position):
    """The power of the number of actors that time or memory grows with, from the smallest to the largest size."""
    least, most = min(sizes), max(sizes)
    if least == most or not sizes[least][position] or not sizes[most][position]:
        return ""
    return f"{math.log(sizes[most][position] / sizes[least][position]) / math.log(most / least):.2f}"


def line(kernel, engines, all_sizes):
    ours, judge = engines["parallel"], engines.get("igraph", {})
    largest = max(all_sizes)
    cells = [f"{1000 * ours[size][0]:.3g} ms" if size in ours else "" for size in all_sizes]
    beside = ["", ""]
    if largest in judge and largest in ours:
        beside = [f"{1000 * judge[largest][0]:.3g} ms", f"{judge[largest][0] / ours[largest][0]:.3g}×"]
    memory = f"{ours[largest][1] / 2**20:.0f} MiB" if largest in ours else ""
    return [kernel, *cells, growth(ours, 0), memory, growth(ours, 1), *beside]


def main():
    found = measured(sys.argv[1])
    sizes = sorted({size for engines in found.values() for size in engines["parallel"]})
    heading = ["kernel", *(f"{size:,} actors" for size in sizes), "time ~ actors^", "peak memory", "memory ~ actors^",
               f"igraph, {sizes[-1]:,}", "ratio"]
    print("Ten ties an actor, seed 1; fastest run; peak memory is of the whole process, with its input.\n")
    for cells in [heading, ["---"] * len(heading)] + [line(k, e, sizes) for k, e in sorted(found.items())]:
        print("| " + " | ".join(cells) + " |")


main()
