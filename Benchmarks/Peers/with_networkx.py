"""networkx, which works on one thread."""
import networkx

import reading

PROGRAM, VERSION = "networkx", networkx.__version__


def threads():
    return 1


def betweenness(folder):
    ids, ties = reading.network(folder)
    network = networkx.DiGraph()
    network.add_nodes_from(range(len(ids)))
    network.add_edges_from(ties.tolist())
    rows = reading.keyed(ids)
    return (lambda: networkx.betweenness_centrality(network, normalized=False),
            lambda scores: rows(list(scores.values())))


MEASURES = {"betweenness": betweenness}
