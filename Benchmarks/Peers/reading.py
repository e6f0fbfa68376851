"""How the peers' modules read a network that is no part of what is timed."""
import array
import csv

import numpy


def rows(path):
    """Each row of a CSV file by its headings."""
    with open(path, newline="") as file:
        yield from csv.DictReader(file)


def network(folder):
    """Identifiers in file order, and ties as an array of pairs of positions; lean, so that it does not hide a peer's
    memory."""
    ids = [row["id"] for row in rows(f"{folder}/actors.csv")]
    place = {name: number for number, name in enumerate(ids)}
    ends = array.array("q")
    with open(f"{folder}/ties.csv", newline="") as file:
        lines = csv.reader(file)
        heading = next(lines)
        source, target = heading.index("source"), heading.index("target")
        for line in lines:
            ends.append(place[line[source]])
            ends.append(place[line[target]])
    return ids, numpy.frombuffer(ends, numpy.int64).reshape(-1, 2)


def keyed(ids):
    """Turns numbers by position into rows, once or several columns of them."""
    return lambda *columns: zip(ids, zip(*columns))
