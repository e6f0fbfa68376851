#!/usr/bin/env python3
"""What networkx says of each network.

usage: reference_networkx.py NETWORKS OUT
"""

import csv
import math
import pathlib
import sys

import networkx as nx

GROUPINGS = ["kind", "cluster", "country", "sector", "textbook_group"]


def read_rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_network(folder, name):
    graph = nx.Graph() if name == "undirected15" else nx.DiGraph()
    for row in read_rows(folder / f"{name}_actors.csv"):
        graph.add_node(row["id"], **{key: row[key] for key in GROUPINGS if key in row})
    for row in read_rows(folder / f"{name}_ties.csv"):
        graph.add_edge(row["source"], row["target"], weight=float(row.get("weight", 1)))
    return graph


def mutual(graph, weight):
    """The network that Burt's measures see: the weights of both directions added, no direction left.

    networkx adds the two directions itself, but calls every actor that gives to nobody undefined. On the sum it does
    not, and where it is defined on the directed network too, both must agree.
    """
    sums = nx.Graph()
    sums.add_nodes_from(graph)
    for source, target, data in graph.edges(data=True):
        before = sums.get_edge_data(source, target, {"z": 0})["z"]
        sums.add_edge(source, target, z=before + (data["weight"] if weight else 1))
    return sums


def structural_holes(graph, weight=None):
    sums = mutual(graph, weight)
    # Naming the nodes makes networkx 3.6 take its slow and right way.
    size = nx.effective_size(sums, nodes=list(sums), weight="z")
    constraint = nx.constraint(sums, nodes=list(sums), weight="z")
    for actor, direct in nx.constraint(graph, nodes=list(graph), weight=weight).items():
        assert math.isnan(direct) or math.isclose(direct, constraint[actor], rel_tol=1e-12)
    for actor, direct in nx.effective_size(graph, nodes=list(graph), weight=weight or "none").items():
        assert math.isnan(direct) or math.isclose(direct, size[actor], rel_tol=1e-12)
    inside = {actor: sums.subgraph([actor, *sums[actor]]) for actor in sums}
    return {
        "effective-size": size,
        "efficiency": {actor: size[actor] / sums.degree(actor) if sums[actor] else math.nan for actor in sums},
        "constraint": constraint,
        "effective-size-ego": {a: nx.effective_size(net, nodes=[a], weight="z")[a] for a, net in inside.items()},
        "constraint-ego": {a: nx.constraint(net, nodes=[a], weight="z")[a] for a, net in inside.items()},
    }


def paths(graph, weight=None):
    reverse = graph.reverse() if graph.is_directed() else graph
    return {
        "betweenness": nx.betweenness_centrality(graph, normalized=False, weight=weight),
        # networkx sums over the actors that reach this one; on reversed ties, over those it reaches.
        "harmonic-in": nx.harmonic_centrality(graph, distance=weight),
        "harmonic-out": nx.harmonic_centrality(reverse, distance=weight),
    }


def pagerank(graph, weight=None):
    return nx.pagerank(graph, alpha=0.85, tol=1e-16, max_iter=10_000, weight=weight)


def unweighted(graph):
    without_direction = graph.to_undirected()
    return paths(graph) | {
        "pagerank": pagerank(graph),
        "coreness": nx.core_number(graph),
        "local-transitivity": nx.clustering(without_direction),
    } | structural_holes(graph)


def whole(graph):
    numbers = {
        "density": nx.density(graph),
        "reciprocity-tie": nx.overall_reciprocity(graph) if graph.is_directed() else 1.0,
        "transitivity-undirected": nx.transitivity(graph.to_undirected()),
        "mean-local-transitivity": nx.average_clustering(graph.to_undirected()),
    }
    if graph.is_directed():
        numbers["components-weak"] = nx.number_weakly_connected_components(graph)
        numbers["components-strong"] = nx.number_strongly_connected_components(graph)
        numbers |= {f"triad-{name}": count for name, count in nx.triadic_census(graph).items()}
    for column in GROUPINGS:
        if all(column in data for _, data in graph.nodes(data=True)):
            numbers[f"assortativity-{column}"] = nx.attribute_assortativity_coefficient(graph, column)
    return numbers


def number(value):
    return format(value, ".17g") if math.isfinite(value) else ""


def write_actors(path, graph, measures):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", *measures])
        for actor in graph:
            writer.writerow([actor, *(number(scores[actor]) for scores in measures.values())])


def main():
    networks, out = map(pathlib.Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(networks.glob("*_ties.csv")):
        name = path.name.removesuffix("_ties.csv")
        graph = read_network(networks, name)
        write_actors(out / f"{name}_actors.csv", graph, unweighted(graph))
        if name.startswith("weighted"):
            strength = {"pagerank": pagerank(graph, "weight")} | structural_holes(graph, "weight")
            write_actors(out / f"{name}_strength_actors.csv", graph, strength)
            write_actors(out / f"{name}_distance_actors.csv", graph, paths(graph, "weight"))
        with open(out / f"{name}_network.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["measure", "value"])
            writer.writerows((measure, number(value)) for measure, value in whole(graph).items())
    print("networkx", nx.__version__)


if __name__ == "__main__":
    main()
