#!/usr/bin/env python3
"""Writes the small networks that the outside programs measure.

Plain Python, no packages. Only `random.random()` is drawn from, whose values Python promises for a seed, so the files
come out the same everywhere. Weights are multiples of a half: sums of them are exact in any order, and two ways of
equal length are equal to the last bit.

usage: make_networks.py FOLDER
"""

import csv
import pathlib
import random
import sys

WEIGHTS = [0.5, 1.0, 1.0, 1.5, 2.0, 3.0, 4.5]


def ids(letter, count):
    return [f"{letter}{number:02d}" for number in range(1, count + 1)]


def pick(chance, options):
    return options[int(chance.random() * len(options))]


def random_ties(chance, actors, density, directed=True, weighted=False):
    """Each possible tie exists with the given chance."""
    ties = []
    for i, source in enumerate(actors):
        for j, target in enumerate(actors):
            if i == j or (not directed and j < i):
                continue
            if chance.random() < density:
                ties.append([source, target] + ([pick(chance, WEIGHTS)] if weighted else []))
    return ties


def directed12():
    """Twelve actors of three kinds, directed, not so dense that everybody reaches everybody at once."""
    actors = ids("d", 12)
    kinds = ["sme"] * 5 + ["large_firm"] * 3 + ["research_institute"] * 4
    return ["id", "kind"], list(zip(actors, kinds)), random_ties(random.Random(12), actors, 0.24)


def undirected15():
    """Fifteen actors of four kinds, ties without direction."""
    actors = ids("u", 15)
    kinds = ["sme", "large_firm", "research_institute", "sme", "cluster_management"] * 3
    return ["id", "kind"], list(zip(actors, kinds)), random_ties(random.Random(15), actors, 0.25, directed=False)


def weighted14():
    """Fourteen actors, directed ties with weights; the same numbers are read once as strength, once as distance."""
    actors = ids("w", 14)
    kinds = ["sme", "sme", "large_firm", "research_institute", "sme", "large_firm", "sme"] * 2
    return ["id", "kind"], list(zip(actors, kinds)), random_ties(random.Random(14), actors, 0.3, weighted=True)


def islands16():
    """Three islands, one of them a pair, and two isolates; one kind has a single member."""
    actors = ids("i", 16)
    chance = random.Random(16)
    ties = random_ties(chance, actors[:7], 0.4) + random_ties(chance, actors[7:12], 0.35)
    ties.append([actors[12], actors[13]])
    kinds = ["sme", "large_firm"] * 6 + ["sme", "research_institute", "sme", "cluster_management"]
    kinds[2] = kinds[9] = "research_institute"
    return ["id", "kind"], list(zip(actors, kinds)), ties


def clusters60():
    """Three clusters of twenty in two countries, four kinds, most ties local, a few actors with very many."""
    actors = ids("c", 60)
    chance = random.Random(60)
    places = [("optics", "east", "DE"), ("wind", "north", "DE"), ("photonics", "west", "NL")]
    kinds = ["cluster_management"] + ["research_institute"] * 4 + ["large_firm"] * 3 + ["sme"] * 12
    rows = [(actor, kinds[n % 20], *places[n // 20]) for n, actor in enumerate(actors)]
    # Pareto weights for giving and taking: 1/u^0.6 for u uniform has a heavy tail.
    give = [(1 - chance.random()) ** -0.6 for _ in actors]
    take = [(1 - chance.random()) ** -0.6 for _ in actors]
    ties = []
    for i, source in enumerate(actors):
        for j, target in enumerate(actors):
            if i == j:
                continue
            near = 0.05 if rows[i][2] == rows[j][2] else 0.007
            if chance.random() < min(0.9, near * give[i] * take[j]):
                ties.append([source, target])
    return ["id", "kind", "cluster", "region", "country"], rows, ties


def knoke10():
    """Who sends information to whom among ten organisations of one city.

    Typed from the printed 10 x 10 matrix of Knoke & Wood (1981), Organized for Action, the KNOKI data of Knoke &
    Kuklinski (1982), Network Analysis; rows send. `textbook_group` is the three-way split that the brokerage chapter of
    Hanneman & Riddle (2005), Introduction to Social Network Methods, uses.
    """
    actors = "COUN COMM EDUC INDU MAYR WRO NEWS UWAY WELF WEST".split()
    sectors = "GOV VOL GOV PVT GOV VOL PVT VOL GOV VOL".split()
    groups = "1 2 1 2 1 3 2 3 3 3".split()
    matrix = (
        "0100101010 1011101110 0101111001 1100101000 1111001111 "
        "0010001010 0101100000 1101101010 0100101000 1110101000"
    ).split()
    ties = [
        [source, target]
        for source, row in zip(actors, matrix)
        for target, cell in zip(actors, row)
        if cell == "1"
    ]
    return ["id", "sector", "textbook_group"], list(zip(actors, sectors, groups)), ties


def write(path, heading, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in (directed12, undirected15, weighted14, islands16, clusters60, knoke10):
        columns, actors, ties = make()
        name = make.__name__
        write(folder / f"{name}_actors.csv", columns, actors)
        heading = ["source", "target", "weight"][: len(ties[0])]
        write(folder / f"{name}_ties.csv", heading, ties)
        print(f"{name}: {len(actors)} actors, {len(ties)} ties")


if __name__ == "__main__":
    main()
