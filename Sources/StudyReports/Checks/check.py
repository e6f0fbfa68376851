#!/usr/bin/env python3
"""Recomputes the main numbers of this folder from its own files with networkx and plain loops.
Run it in the folder, or name the folder:  python3 check.py [FOLDER]

It reads ties.csv, the actors and groups named in actors.csv, and from manifest.json whether ties have a direction and
what weights mean; from these it recomputes what actors.csv, brokerage.csv, groups.csv and network.csv say.
A line a number: its name, ours (what Buzzline wrote), theirs (what is recomputed here), the largest difference, and
whether they agree. Of a number of every actor or group, ours and theirs are the sums. Exit status: 0 if all agree, 1 if
any differs, 2 if nothing could be checked.
"""
import csv
import json
import math
import pathlib
import sys

RELATIVE, ABSOLUTE = 1e-9, 1e-12  # two numbers agree if they differ by less than either
# A broker's role: are giver and broker, broker and receiver, giver and receiver of one group?
ROLES = {(True, True, True): "coordinator", (False, False, True): "itinerant", (False, True, False): "gatekeeper",
         (True, False, False): "representative", (False, False, False): "liaison"}

try:
    import networkx as nx
except ImportError:
    print("check.py needs networkx: install it with 'pip install networkx'.")
    sys.exit(2)
try:
    import igraph  # only for PageRank and constraint
except ImportError:
    igraph = None

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
counts = {"agrees": 0, "DIFFERS": 0, "skipped": 0}

def rows(name):
    with open(folder / (name + ".csv"), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))

def number(text):
    return float(text) if text else None  # an empty cell is "not defined"

def verdict(name, ours, theirs, difference, word):
    counts[word.split(":")[0]] += 1
    print(f"{name:<34} {ours:>22} {theirs:>22} {difference:>12}  {word}")

def compare(name, ours, theirs):
    """Compares two lists of numbers, place by place; None, which is not defined, equals only None."""
    pairs = list(zip(ours, theirs))
    agree = len(ours) == len(theirs) and all(
        a is b if a is None or b is None else math.isclose(a, b, rel_tol=RELATIVE, abs_tol=ABSOLUTE) for a, b in pairs)
    largest = max((abs(a - b) for a, b in pairs if a is not None and b is not None), default=0)
    shown = ["not defined" if all(x is None for x in side) else f"{math.fsum(x for x in side if x is not None):.15g}"
             for side in (ours, theirs)]
    verdict(name, *shown, f"{largest:.2g}", "agrees" if agree else "DIFFERS")

def skip(name, why):
    verdict(name, "", "", "", "skipped: " + why)

def ratio(part, whole):
    return part / whole if whole else None

def check_distances(graph, actors, length, column):
    """Betweenness, closeness and harmonic centrality; length names the weight that is a length, if any."""
    between = nx.betweenness_centrality(graph, normalized=False, weight=length)
    column("betweenness", {a: b if directed else b / 2 for a, b in between.items()})
    for suffix, turned in [("out", graph), ("in", graph.reverse())]:
        closeness, harmonic = {}, {}
        for actor in actors:
            away = nx.single_source_dijkstra_path_length(turned, actor, weight=length or (lambda *tie: 1))
            others = [distance for other, distance in away.items() if other != actor]
            closeness[actor] = 1 / math.fsum(others) if others else None
            harmonic[actor] = math.fsum(1 / distance for distance in others)
        column("closeness_" + suffix, closeness)
        column("harmonic_" + suffix, harmonic)

def check_spectral(graph, actors, strength, ours, column):
    """Eigenvector scores must solve their equation: what an actor receives is the same multiple of every score."""
    scores = {a: number(ours[a]["eigenvector"]) for a in actors}
    if nx.is_directed_acyclic_graph(graph):  # nothing comes back: 0; no ties at all: 1
        column("eigenvector", dict.fromkeys(actors, 0 if graph.edges else 1))
    elif None in scores.values():
        skip("actors eigenvector", "not defined here")
    else:
        received = {a: math.fsum(scores[g] * (tie[strength] if strength else 1)
                                 for g, _, tie in graph.in_edges(a, data=True)) for a in actors}
        multiple = max(received.values()) / max(scores.values())
        residual = max(abs(received[a] / multiple - scores[a]) for a in actors)
        verdict("actors eigenvector (its equation)", f"{max(scores.values()):.15g}", 1, f"{residual:.2g}",
                "agrees" if max(residual, abs(max(scores.values()) - 1)) <= RELATIVE else "DIFFERS")
    if igraph is None:
        return skip("pagerank, constraint", "igraph is not installed (pip install igraph)")
    places = {a: i for i, a in enumerate(actors)}
    other = igraph.Graph(len(actors), [(places[a], places[b]) for a, b in graph.edges], directed=True)
    weights = [tie[strength] if strength else 1 for _, _, tie in graph.edges(data=True)]
    column("pagerank", dict(zip(actors, other.pagerank(damping=0.85, weights=weights))))
    constraint = [None if math.isnan(c) else c for c in other.constraint(weights=weights)]
    column("constraint", dict(zip(actors, constraint)))

def check_brokerage(graph, group, ours, figure):
    """a -> b -> c without a -> c makes b a broker, among actors whose group is stated (Gould and Fernandez 1989)."""
    grouped = graph.subgraph(a for a in graph if group[a])
    found = {b: dict.fromkeys(ROLES.values(), 0) for b in grouped}
    for b in grouped:
        for a in grouped.predecessors(b):
            for c in grouped.successors(b):
                if a != c and not grouped.has_edge(a, c):
                    role = ROLES[group[a] == group[b], group[b] == group[c], group[a] == group[c]]
                    found[b][role] += 1
    for role in ROLES.values():
        compare("brokerage " + role, [number(row[role]) for row in ours],
                [found[row["actor"]][role] if row["actor"] in found else None for row in ours])
        figure("brokerage-" + role, sum(roles[role] for roles in found.values()))

def check_groups(arcs, group, groups, column, figure):
    """Krackhardt and Stern's E-I index of actors, groups and the network: ties that leave less those inside."""
    known = [(a, b) for a, b in arcs if group[a] and group[b]]
    leaves = lambda tie: group[tie[0]] != group[tie[1]]
    split = lambda ties: ratio(sum(1 if leaves(tie) else -1 for tie in ties), len(ties))
    of_actor = {a: [] for a in group}
    for tie in known:
        for end in tie:
            of_actor[end].append(tie)
    column("external_internal", {a: split(ties) for a, ties in of_actor.items()})
    figure("external-internal-directed", split(known))
    figure("external-internal", split({tuple(sorted(tie)) for tie in known}))
    names = [row["group"] for row in groups]
    sizes = [sum(label == name for label in group.values()) for name in names]
    compare("groups actors", [number(row["actors"]) for row in groups], sizes)
    compare("groups external_internal", [number(row["external_internal"]) for row in groups],
            [split([tie for tie in known if name in (group[tie[0]], group[tie[1]])]) for name in names])

def check(wave):
    """Checks one network: the only one, or that of a wave."""
    def of_wave(name):
        return [row for row in rows(name) if wave is None or row["wave"] == wave]
    ours = {row["id"]: row for row in of_wave("actors")}
    figures = {row["measure"]: number(row["value"]) for row in of_wave("network")}
    actors = list(ours)

    def column(name, theirs):
        compare("actors " + name, [number(ours[a][name]) for a in actors], [theirs[a] for a in actors])

    def figure(name, theirs):
        compare("network " + name, [figures[name]], [theirs])

    ties, weight = of_wave("ties"), {}
    for tie in ties:  # several ties of a pair: strengths add up, of distances the least counts
        ends = (tie["source"], tie["target"])
        for pair in [ends] if directed else [ends, ends[::-1]]:
            weight.setdefault(pair, []).append(number(tie["weight"]))
    graph = nx.DiGraph()
    graph.add_nodes_from(actors)
    for (a, b), parts in weight.items():
        graph.add_edge(a, b, weight=min(parts) if meaning == "distance" else math.fsum(parts))
    arcs = list(graph.edges)

    figure("actors", len(actors))
    figure("ties", len(ties))
    figure("connected-pairs", len(arcs) if directed else len(arcs) // 2)
    figure("isolates", nx.number_of_isolates(graph))
    mutual = sum(graph.has_edge(b, a) for a, b in arcs)
    figure("reciprocity-arc", ratio(mutual, len(arcs)))
    figure("reciprocity-dyad", ratio(mutual / 2, len(arcs) - mutual / 2))
    paths = [(a, c) for b in actors for a in graph.predecessors(b) for c in graph.successors(b) if a != c]
    figure("transitivity", ratio(sum(graph.has_edge(a, c) for a, c in paths), len(paths)))
    weak = [len(part) for part in nx.weakly_connected_components(graph)]
    figure("components-weak", len(weak))
    figure("largest-component", max(weak, default=0))
    figure("components-strong", nx.number_strongly_connected_components(graph))
    steps = [s for _, away in nx.all_pairs_shortest_path_length(graph) for s in away.values() if s > 0]
    figure("reachability", ratio(len(steps), len(actors) * (len(actors) - 1)))
    figure("mean-distance", ratio(sum(steps), len(steps)))
    figure("diameter", max(steps, default=None))
    for kind, count in nx.triadic_census(graph).items():
        figure("triads-" + kind, count)
    for side, degree in [("in", graph.in_degree), ("out", graph.out_degree)]:
        column(side + "_degree", dict(degree()))
        column(side + "_strength", dict(degree(weight="weight")))
    if "sampled" in options:
        skip("betweenness, closeness, harmonic", "estimates from a sample, as manifest.json says")
    else:
        check_distances(graph, actors, "weight" if meaning == "distance" else None, column)
    check_spectral(graph, actors, "weight" if meaning == "strength" else None, ours, column)
    if "group" not in next(iter(ours.values()), {}):
        return skip("brokerage, E-I index", "the study has no groups")
    group = {a: ours[a]["group"] for a in actors}
    check_brokerage(graph, group, of_wave("brokerage"), figure)
    check_groups(arcs, group, of_wave("groups"), column, figure)

options = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["options"]
directed, meaning = options["directed"], options["weights"]
waves = list(dict.fromkeys(row["wave"] for row in rows("actors") if "wave" in row)) or [None]
for wave in waves:
    title = "number" if wave is None else "wave " + ascii(wave)
    print(f"{title:<34} {'ours':>22} {'theirs':>22} {'difference':>12}")
    check(wave)
print(f"{counts['agrees']} numbers agree, {counts['DIFFERS']} differ, {counts['skipped']} skipped;"
      f" they agree if they differ by less than {RELATIVE:g} of the larger, or {ABSOLUTE:g}.")
sys.exit(1 if counts["DIFFERS"] else 0)
