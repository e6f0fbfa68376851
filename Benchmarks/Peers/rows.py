"""What is compared: the table's rows, each one entry here."""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Row:
    """One measure on one input, beside the peers that can do it."""

    name: str
    #: What PeerRunner and the peers' modules call the work.
    measure: str
    #: A name that inputs.py knows, and how large it is to be.
    shape: str
    actors: int
    ties: int
    clusters: int
    #: Modules with_PEER.py beside this file, or brokerage.R.
    peers: tuple = ()
    #: Peers only for quick runs, since the full size takes them many minutes.
    quick_peers: tuple = ()
    #: How often ours runs, unless ten seconds are over before; the fastest counts.
    repeats: int = 3
    #: Whether to tell how many actors a second were searched from.
    tells_rate: bool = False

    def quick(self):
        """The same row at a twentieth of its size."""
        return dataclasses.replace(self, actors=self.actors // 20, ties=self.ties // 20,
                                   clusters=max(1, self.clusters // 20), peers=self.peers + self.quick_peers)


SMALL = ("clustered", 20_000, 200_000, 200)
LARGE = ("clustered", 200_000, 1_900_000, 1_000)
UNIFORM = ("uniform", 10_000, 50_000, 50)
HUGE = ("clustered", 1_000_000, 10_000_000, 5_000)

ROWS = [
    Row("betweenness-20k", "betweenness", *SMALL, ("igraph", "rustworkx", "graph_tool", "networkit"), ("networkx",)),
    Row("distances-20k", "distances", *SMALL, ("igraph", "graph_tool", "networkit"), repeats=5),
    Row("distances-200k", "distances", *LARGE, repeats=1),
    Row("brokerage-50k", "brokerage", "clustered", 50_000, 250_000, 300, ("sna",), repeats=5),
    Row("brokerage-200k", "brokerage", *LARGE, repeats=5),
    Row("brokerage-1m", "brokerage", *HUGE),
    Row("holes-200k", "holes", *LARGE, ("igraph",)),
    # Clusters have hubs, on which igraph's census hardly ends; the uniform network has none, so there it is a judge.
    Row("triads-200k", "triads", *LARGE, ("igraph",), repeats=5),
    Row("triads-uniform-200k", "triads", "uniform", 200_000, 1_900_000, 1_000, ("igraph",), repeats=5),
    Row("load-1m", "load", *HUGE, ("polars", "polars_ties", "pandas")),
    # As many rows of claims as make 100 MB.
    Row("claims-2m", "claims", "claims", 52_500, 2_100_000, 0, ("polars_claims",), repeats=5),
    Row("study-1m", "study", *HUGE, ("polars",)),
    # Every tie lets knowledge pass with a chance of 0.1, from every actor; peers take a fair part of the actors.
    Row("cascade-10k", "cascade", *UNIFORM, ("ndlib", "networkx"), repeats=1),
    Row("cascade-far-10k", "cascade-far", *UNIFORM, ("networkx",)),
    Row("seeds-1m", "seeds", *HUGE, repeats=1),
    Row("agreement-1000", "agreement", "random", 1_000, 0, 0, ("igraph", "networkx")),
    Row("agreement-2k", "agreement", "clustered", 2_000, 20_000, 20, ("igraph", "networkx")),
    Row("agreement-20k", "agreement", *SMALL, ("igraph", "networkx")),
    Row("betweenness-200k", "betweenness", *LARGE, repeats=1, tells_rate=True),
]


def chosen(words, quick):
    """The rows whose name or measure is among some words; all rows without words."""
    known = {word for row in ROWS for word in (row.name, row.measure)}
    unknown = [word for word in words if word not in known]
    if unknown:
        raise SystemExit(f"No row is called {', '.join(unknown)}; there are {', '.join(row.name for row in ROWS)}.")
    rows = [row for row in ROWS if not words or row.name in words or row.measure in words]
    return [row.quick() for row in rows] if quick else rows
