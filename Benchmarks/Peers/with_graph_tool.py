"""graph-tool, which works on all threads; it runs under the system's Python, as Debian packages it."""
import graph_tool
from graph_tool import centrality

import reading

PROGRAM, VERSION, threads = "graph-tool", graph_tool.__version__.split()[0], graph_tool.openmp_get_num_threads


def graph(folder):
    ids, ties = reading.network(folder)
    network = graph_tool.Graph(directed=True)
    network.add_vertex(len(ids))
    network.add_edge_list(ties)
    return reading.keyed(ids), network


def betweenness(folder):
    rows, network = graph(folder)
    return lambda: centrality.betweenness(network, norm=False)[0], lambda scores: rows(scores.a)


def distances(folder):
    """Where nobody is in reach its closeness is one over nothing, which others call not defined."""
    rows, network = graph(folder)

    def answer(scores):
        closeness = scores[1].a.copy()
        closeness[scores[0].a == 0] = float("nan")
        return rows(scores[0].a, closeness)

    return (lambda: (centrality.closeness(network, norm=False, harmonic=True),
                     centrality.closeness(network, norm=False))), answer


MEASURES = {"betweenness": betweenness, "distances": distances}
