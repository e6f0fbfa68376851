"""pandas and igraph together: what many scripts do to make a network of a file of ties."""
import igraph
import pandas

PROGRAM, VERSION = "pandas + igraph", f"{pandas.__version__} + {igraph.__version__}"


def threads():
    return 1


def load(folder):
    def work():
        ids = pandas.Index(pandas.read_csv(f"{folder}/actors.csv")["id"])
        ties = pandas.read_csv(f"{folder}/ties.csv")
        ends = pandas.DataFrame({end: ids.get_indexer(ties[end]) for end in ("source", "target")})
        return ids, igraph.Graph(n=len(ids), edges=ends.to_numpy(), directed=True)

    return work, lambda answer: zip(answer[0], zip(answer[1].outdegree(), answer[1].indegree()))


MEASURES = {"load": load}
