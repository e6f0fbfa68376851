"""Every measure networkx has, of one network: the judge of ours, with what it does not define left out.

Above 30 actors effective size, above 100 distances, above 2,000 betweenness and the triad census would take it minutes
to days and are left to igraph, if it has them; there closeness and harmonic centrality are taken of 200 actors.
"""
import math

import networkx
import numpy

NAME = f"networkx {networkx.__version__}"


def measures(network):
    """By measure, numbers by actor or type. Weights are lengths or strengths, as the network says."""
    graph = networkx.DiGraph() if network.is_directed else networkx.Graph()
    graph.add_nodes_from(network.ids)
    for (source, target), weight in zip(network.ends.tolist(), network.weights):
        graph.add_edge(network.ids[source], network.ids[target], weight=weight)
    plain = graph.to_undirected()
    length, strength = "weight" if network.lengths else None, "weight" if network.strengths else None
    found = degrees(graph) | near(graph, length) | flows(graph, strength) | whole(graph, plain)
    if len(graph) <= 100:
        found["katz"] = katz(graph, strength)
    found["local-clustering"] = defined(networkx.clustering(plain), lambda actor: plain.degree(actor) > 1)
    found["constraint"] = networkx.constraint(graph, weight=strength)
    if len(graph) <= 30:
        # Right only if told all actors. It defines none of those who give to nobody.
        sizes = networkx.effective_size(graph, nodes=list(graph), weight=strength)
        found["effective-size"] = defined(sizes, lambda actor: not math.isnan(sizes[actor]))
    if len(graph) <= 2_000:
        found["betweenness"] = networkx.betweenness_centrality(graph, normalized=False, weight=length)
        found["triads"] = networkx.triadic_census(graph.to_directed())
    return found


def defined(scores, is_defined):
    return {actor: score for actor, score in scores.items() if is_defined(actor)}


def degrees(graph):
    into, out = (graph.in_degree, graph.out_degree) if graph.is_directed() else (graph.degree, graph.degree)
    return {"in-degree": dict(into()), "out-degree": dict(out()),
            "in-strength": dict(into(weight="weight")), "out-strength": dict(out(weight="weight"))}


def near(graph, length):
    """Harmonic centrality and closeness, which networkx takes of incoming ways."""
    is_small = len(graph) <= 2_000
    actors = list(graph) if is_small else list(graph)[:: len(graph) // 200]
    turned = graph.reverse() if graph.is_directed() else graph
    found = {}
    for way, network, backwards in (("in", graph, turned), ("out", turned, graph)):
        found[f"harmonic-{way}"] = networkx.harmonic_centrality(network, nbunch=actors, distance=length)
        found[f"closeness-{way}"] = closeness(network, length) if is_small else {
            actor: one_over_sum(networkx.single_source_shortest_path_length(backwards, actor)) for actor in actors}
    return found


def closeness(graph, length):
    """One over the sum of distances; networkx multiplies it by the number of actors in reach."""
    scores = networkx.closeness_centrality(graph, distance=length, wf_improved=False)
    reach = {actor: len(networkx.ancestors(graph, actor)) for actor in graph}
    return {actor: scores[actor] / reach[actor] if reach[actor] else math.nan for actor in graph}


def one_over_sum(steps):
    """The same from one search: for each actor of a large network networkx would copy the network anew."""
    return 1 / sum(steps.values()) if len(steps) > 1 else math.nan


def flows(graph, strength):
    # It stops once ranks change by less than so much an actor, all together.
    ranks = networkx.pagerank(graph, alpha=0.85, tol=1e-13 / len(graph), max_iter=10_000, weight=strength)
    return {"pagerank": ranks, "coreness": networkx.core_number(graph)}


def katz(graph, strength):
    """Walks that end at an actor, of which networkx takes the last tie as the start. Half the attenuation allowed."""
    radius = spectral_radius(graph.to_directed(), strength)
    attenuation = 0.5 / radius if radius else 0.5
    into = graph.in_degree if graph.is_directed() else graph.degree
    start = {actor: attenuation * received for actor, received in into(weight=strength)}
    scores = networkx.katz_centrality_numpy(
        graph, alpha=attenuation, beta=start, normalized=False, weight=strength)
    # Its solver leaves about 1e-15 of the largest score where nothing is received.
    least = 1e-13 * max(map(abs, scores.values()), default=0)
    return {actor: float(score) if abs(score) > least else 0.0 for actor, score in scores.items()}


def spectral_radius(graph, strength):
    """The largest of the strong components, within each of which the leading eigenvalue is simple."""
    parts = [graph.subgraph(part) for part in networkx.strongly_connected_components(graph) if len(part) > 1]
    return max((max(abs(numpy.linalg.eigvals(networkx.to_numpy_array(part, weight=strength)))) for part in parts), default=0)


def whole(graph, plain):
    is_tied = plain.number_of_edges() > 0
    has_paths = any(degree > 1 for _, degree in plain.degree())
    found = {"density": {"": networkx.density(graph)}}
    # Where there is nothing to close networkx calls transitivity 0; ours is not defined.
    found["transitivity"] = {"": networkx.transitivity(plain)} if has_paths else {}
    if is_tied and len(graph) <= 100:
        steps = [step for _, row in networkx.all_pairs_shortest_path_length(graph) for step in row.values() if step]
        found["mean-distance"] = {"": sum(steps) / len(steps)}
        found["diameter"] = {"": max(steps)}
    return found
