"""Every measure igraph has, of one network: the judge of ours, with what it does not define left out."""
import igraph

from with_igraph import TRIADS

NAME = f"igraph {igraph.__version__}"


def measures(network):
    """By measure, numbers by actor or type. Weights are lengths or strengths, as the network says."""
    graph = igraph.Graph(n=len(network.ids), edges=network.ends, directed=network.is_directed)
    plain = graph.copy()
    plain.to_undirected(mode="collapse")
    by_actor = dict(degrees(graph, network.weights), **central(graph, network.lengths, network.strengths))
    by_actor["local-clustering"] = plain.transitivity_local_undirected(mode="nan")
    found = {name: dict(zip(network.ids, scores)) for name, scores in by_actor.items()}
    if len(network.ids) <= 100:
        found["constraint-ego"] = ego_constraint(graph, network)
    return found | whole(graph, plain)


def degrees(graph, weights):
    return {"in-degree": graph.indegree(), "out-degree": graph.outdegree(),
            "in-strength": graph.strength(mode="in", weights=weights),
            "out-strength": graph.strength(mode="out", weights=weights)}


def central(graph, lengths, strengths):
    found = {"betweenness": graph.betweenness(weights=lengths), "pagerank": graph.pagerank(weights=strengths),
             "coreness": graph.coreness(mode="all"), "constraint": graph.constraint(weights=strengths)}
    for mode in ("in", "out"):
        found[f"closeness-{mode}"] = graph.closeness(mode=mode, weights=lengths, normalized=False)
        found[f"harmonic-{mode}"] = graph.harmonic_centrality(mode=mode, weights=lengths, normalized=False)
    return found


def ego_constraint(graph, network):
    """Constraint inside each actor's own network of contacts; with one contact ours is not defined, as in UCINET."""
    found = {}
    if network.strengths:
        graph.es["strength"] = network.strengths
    for actor, name in enumerate(network.ids):
        members = sorted({actor, *graph.neighbors(actor)})
        if len(members) > 2:
            ego = graph.induced_subgraph(members)
            strengths = ego.es["strength"] if network.strengths else None
            found[name] = ego.constraint([members.index(actor)], weights=strengths)[0]
    return found


def whole(graph, plain):
    both_ways = graph.copy()
    both_ways.to_directed()
    census = both_ways.triad_census()
    paths = graph.average_path_length()
    return {"triads": {name: getattr(census, f"t{name}") for name in TRIADS},
            "dyads": dict(zip(("mutual", "asymmetric", "null"), both_ways.dyad_census())),
            "density": {"": graph.density()}, "transitivity": {"": plain.transitivity_undirected()},
            "mean-distance": {"": paths},
            # Without ties igraph calls the diameter 0; ours is not defined.
            "diameter": {"": graph.diameter()} if graph.ecount() else {}}
