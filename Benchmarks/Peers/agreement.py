"""Holds every measure of ours against igraph and networkx, on many networks at once."""
import dataclasses
import importlib
import math
import os
import sys
import time

import numpy

import answers
import reading


@dataclasses.dataclass
class Network:
    """A network as judges take it."""

    name: str
    ids: list
    ends: numpy.ndarray
    weights: list

    @property
    def is_directed(self):
        return self.name.split("-")[1] == "directed"

    @property
    def lengths(self):
        return self.weights if self.name.endswith("-distance") else None

    @property
    def strengths(self):
        return self.weights if self.name.endswith("-strength") else None


def networks(folder):
    """The networks of a folder, each in a folder of its own."""
    for name in sorted(os.listdir(folder)):
        ids, ends = reading.network(f"{folder}/{name}")
        weights = [float(row.get("weight", 1)) for row in reading.rows(f"{folder}/{name}/ties.csv")]
        yield Network(name, ids, ends, weights)


def batch(row, folder, work):
    """A folder of networks: the input if it is one, else one that holds the input alone."""
    if row.shape == "random":
        return folder
    path = f"{work}/batch-{row.name}-{row.actors}"
    os.makedirs(path, exist_ok=True)
    link = f"{path}/0000-directed-none"
    if not os.path.islink(link):
        os.symlink(os.path.abspath(folder), link)
    return path


def ours(path):
    """Our numbers by network and measure, then by actor or type."""
    found = {}
    with open(path) as file:
        for line in file:
            network, measure, key, number = line.rstrip("\n").split(",")
            found.setdefault((network, measure), {})[key] = float(number)
    return found


def judged(judge, folder, ours_path):
    """What one judge finds: the worst difference of each measure, how many numbers were compared, and its seconds."""
    module, found = importlib.import_module(f"judge_{judge}"), ours(ours_path)
    worst, compared, seconds = {}, {}, 0.0
    for network in networks(folder):
        start = time.perf_counter()
        theirs = module.measures(network)
        seconds += time.perf_counter() - start
        for measure, numbers in theirs.items():
            mine = found[network.name, measure]
            for key, number in numbers.items():
                off = answers.difference(mine.get(key, math.inf), number)
                if off > answers.TOLERANCE:
                    print(f"{network.name} {measure} {key}: {mine.get(key)}, {module.NAME} {number}", file=sys.stderr)
                worst[measure] = max(worst.get(measure, 0.0), off)
                compared[measure] = compared.get(measure, 0) + 1
    return {"program": module.NAME, "seconds": seconds, "worst": worst, "compared": compared}
