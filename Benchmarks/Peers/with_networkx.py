"""networkx, which works on one thread."""
import random

import networkx

import reading
import runs

PROGRAM, VERSION = "networkx", networkx.__version__


def threads():
    return 1


def digraph(folder):
    ids, ties = reading.network(folder)
    network = networkx.DiGraph()
    network.add_nodes_from(range(len(ids)))
    network.add_edges_from(ties.tolist())
    return ids, network


def betweenness(folder):
    ids, network = digraph(folder)
    rows = reading.keyed(ids)
    return (lambda: networkx.betweenness_centrality(network, normalized=False),
            lambda scores: rows(list(scores.values())))


def cascades(probability, starters, each):
    """It has no cascade of its own: a search over its successors, each tie with a chance, is what its users write."""
    def measure(folder):
        ids, network = digraph(folder)
        chance = random.Random(1).random

        def reach(actor):
            known, telling = {actor}, [actor]
            for teller in telling:
                for other in network.successors(teller):
                    if other not in known and chance() < probability:
                        known.add(other)
                        telling.append(other)
            return len(known)

        return runs.measured(ids, reach, starters, each)
    return measure


MEASURES = {"betweenness": betweenness, "cascade": cascades(0.1, starters=20, each=5_000),
            "cascade-far": cascades(0.3, starters=20, each=100)}
