"""python-igraph, which works on one thread."""
import igraph

import reading

PROGRAM, VERSION = "igraph", igraph.__version__
TRIADS = "003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300".split()


def threads():
    return 1


def graph(folder):
    ids, ties = reading.network(folder)
    return reading.keyed(ids), igraph.Graph(n=len(ids), edges=ties, directed=True)


def betweenness(folder):
    rows, network = graph(folder)
    return network.betweenness, rows


def distances(folder):
    rows, network = graph(folder)
    return (lambda: (network.harmonic_centrality(mode="out", normalized=False),
                     network.closeness(mode="out", normalized=False))), lambda answer: rows(*answer)


def holes(folder):
    rows, network = graph(folder)
    return network.constraint, rows


def triads(folder):
    _, network = graph(folder)
    return network.triad_census, lambda census: ((name, (int(getattr(census, f"t{name}")),)) for name in TRIADS)


MEASURES = {"betweenness": betweenness, "distances": distances, "holes": holes, "triads": triads}
