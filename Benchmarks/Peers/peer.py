"""One peer, one measure, one folder: times the measure alone and writes its answer as keyed rows.

usage: peer.py PROGRAM MEASURE FOLDER SCORES
"""
import csv
import json
import sys
import time

PROGRAM, MEASURE, FOLDER, SCORES = sys.argv[1:5]


def rows(name):
    with open(f"{FOLDER}/{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


def network():
    """Identifiers in file order, and ties as pairs of positions."""
    ids = [row["id"] for row in rows("actors")]
    place = {key: number for number, key in enumerate(ids)}
    return ids, [(place[row["source"]], place[row["target"]]) for row in rows("ties")]


def timed(work):
    start = time.perf_counter()
    answer = work()
    return time.perf_counter() - start, answer


def igraph_peer():
    import igraph

    if MEASURE == "load":
        import pandas

        def load():
            ties = pandas.read_csv(f"{FOLDER}/ties.csv")
            codes, ids = pandas.factorize(pandas.concat([ties["source"], ties["target"]], ignore_index=True))
            pairs = codes.reshape(2, -1).T
            return ids, igraph.Graph(n=len(ids), edges=pairs, directed=True)

        seconds, (ids, graph) = timed(load)
        return seconds, zip(ids, zip(graph.outdegree(), graph.indegree())), igraph.__version__
    ids, ties = network()
    graph = igraph.Graph(n=len(ids), edges=ties, directed=True)
    work = {
        "betweenness": lambda: [(x,) for x in graph.betweenness()],
        "distances": lambda: list(zip(graph.harmonic_centrality(mode="out", normalized=False),
                                      graph.closeness(mode="out", normalized=False))),
        "holes": lambda: [(x,) for x in graph.constraint()],
        "triads": lambda: graph.triad_census(),
    }[MEASURE]
    seconds, answer = timed(work)
    if MEASURE == "triads":
        names = "003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300".split()
        answer, ids = [(int(getattr(answer, "t" + name)),) for name in names], names
    return seconds, zip(ids, answer), igraph.__version__


def networkit_peer():
    import networkit

    ids, ties = network()
    graph = networkit.Graph(len(ids), directed=True)
    for source, target in ties:
        graph.addEdge(source, target)
    seconds, answer = timed(lambda: networkit.centrality.Betweenness(graph).run().scores())
    return seconds, zip(ids, ((x,) for x in answer)), networkit.__version__


def rustworkx_peer():
    import rustworkx

    ids, ties = network()
    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from_no_data(ties)
    seconds, answer = timed(lambda: rustworkx.digraph_betweenness_centrality(graph, normalized=False))
    return seconds, ((ids[key], (value,)) for key, value in answer.items()), rustworkx.__version__


def polars_peer():
    import polars

    def load():
        ties = polars.read_csv(f"{FOLDER}/ties.csv")
        ids = polars.concat([ties["source"], ties["target"]]).unique(maintain_order=True).alias("id")
        roster = polars.DataFrame({"id": ids}).with_row_index("place")
        return roster, ties.join(roster, left_on="source", right_on="id").join(
            roster, left_on="target", right_on="id", suffix="_target")

    seconds, (roster, joined) = timed(load)
    given = joined["source"].value_counts()
    received = joined["target"].value_counts()
    counts = {key: [0, 0] for key in roster["id"]}
    for key, count in given.iter_rows():
        counts[key][0] = count
    for key, count in received.iter_rows():
        counts[key][1] = count
    return seconds, counts.items(), polars.__version__


PEERS = {"igraph": igraph_peer, "networkit": networkit_peer, "rustworkx": rustworkx_peer, "polars": polars_peer}
seconds, answer, version = PEERS[PROGRAM]()
with open(SCORES, "w") as file:
    for key, numbers in answer:
        file.write(",".join([str(key)] + ["nan" if x != x else repr(float(x)) if not isinstance(x, int) else str(x)
                                          for x in numbers]) + "\n")
print(json.dumps({"program": PROGRAM, "version": version, "threads": 1 if PROGRAM == "igraph" else None,
                  "seconds": [seconds]}))
