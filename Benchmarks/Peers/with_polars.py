"""polars: actors and ties read, and the ties' ends joined to the actors' positions. It makes no network of them."""
import polars

PROGRAM, VERSION, threads = "polars (actors and ties)", polars.__version__, polars.thread_pool_size


def load(folder):
    def work():
        actors = polars.read_csv(f"{folder}/actors.csv")
        return joined(actors.select("id").with_row_index("place"), polars.read_csv(f"{folder}/ties.csv"))

    return work, degrees


def joined(roster, ties):
    """A roster, and ties with the positions of both ends in it."""
    return roster, ties.join(roster, left_on="source", right_on="id").join(
        roster, left_on="target", right_on="id", suffix="_target")


def degrees(answer):
    """How many each actor gives to and receives from: enough to see that all was read and joined right."""
    roster, ties = answer
    counts = {place: [0, 0] for place in roster["place"]}
    for column, side in (("place", 0), ("place_target", 1)):
        for place, count in ties[column].value_counts().iter_rows():
            counts[place][side] = count
    return zip(roster["id"], counts.values())


MEASURES = {"load": load, "study": load}
