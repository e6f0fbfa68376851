"""NetworKit, which works on all threads."""
import networkit

import reading

PROGRAM, VERSION, threads = "NetworKit", networkit.__version__, networkit.getMaxNumberOfThreads


def graph(folder):
    ids, ties = reading.network(folder)
    network = networkit.Graph(len(ids), directed=True)
    for source, target in ties.tolist():
        network.addEdge(source, target)
    return reading.keyed(ids), network


def betweenness(folder):
    rows, network = graph(folder)
    return lambda: networkit.centrality.Betweenness(network).run().scores(), rows


def distances(folder):
    """Its closeness of a network in parts is scaled by who is in reach, r² / ((n − 1) · sum of distances); r is found by
    a search of its own, which is not timed."""
    rows, network = graph(folder)
    others = network.numberOfNodes() - 1

    def work():
        variant = networkit.centrality.ClosenessVariant.GENERALIZED
        return (networkit.centrality.HarmonicCloseness(network, False).run().scores(),
                networkit.centrality.Closeness(network, True, variant).run().scores())

    def answer(scores):
        reach = networkit.reachability.ReachableNodes(network, True).run()
        reached = [reach.numberOfReachableNodes(actor) - 1 for actor in range(others + 1)]
        return rows(scores[0], [score * others / r**2 if r else float("nan") for score, r in zip(scores[1], reached)])

    return work, answer


MEASURES = {"betweenness": betweenness, "distances": distances}
