"""rustworkx, which works on all threads above 50 actors."""
import os

import rustworkx

import reading

PROGRAM, VERSION, threads = "rustworkx", rustworkx.__version__, os.cpu_count


def betweenness(folder):
    ids, ties = reading.network(folder)
    network = rustworkx.PyDiGraph()
    network.add_nodes_from(range(len(ids)))
    network.add_edges_from_no_data(list(map(tuple, ties.tolist())))
    return (lambda: rustworkx.digraph_betweenness_centrality(network, normalized=False),
            lambda answer: ((ids[place], (score,)) for place, score in answer.items()))


MEASURES = {"betweenness": betweenness}
