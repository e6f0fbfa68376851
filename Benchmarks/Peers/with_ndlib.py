"""NDlib, which works on one thread."""
import importlib.metadata

import ndlib.models.ModelConfig
import ndlib.models.epidemics
import numpy

import runs
from with_networkx import digraph

PROGRAM, VERSION = "NDlib", importlib.metadata.version("ndlib")


def threads():
    return 1


def cascade(folder):
    ids, network = digraph(folder)
    model = ndlib.models.epidemics.IndependentCascadesModel(network)
    settings = ndlib.models.ModelConfig.Configuration()
    settings.add_model_initial_configuration("Infected", [0])
    for tie in network.edges:
        settings.add_edge_configuration("threshold", tie, 0.1)
    model.set_initial_status(settings)

    def reach(actor):
        model.reset([actor])
        # The first iteration only tells the beginning.
        count = {1: 1}
        while count[1]:
            count = model.iteration(node_status=False)["node_count"]
        return count[2]

    numpy.random.seed(1)
    return runs.measured(ids, reach, starters=20, each=100)


MEASURES = {"cascade": cascade}
