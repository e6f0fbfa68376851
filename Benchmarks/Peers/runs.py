"""Repeated runs from some actors, for peers that go through one run at a time."""
import statistics


def measured(ids, reach, starters, each):
    """The work of many runs from actors spread evenly over all, how to make rows of it, a mean with its standard error and
    number of runs, and how many runs that is in all."""
    chosen = range(0, len(ids), len(ids) // starters)[:starters]

    def work():
        return {ids[actor]: [reach(actor) for _ in range(each)] for actor in chosen}

    def rows(reached):
        return ((name, (statistics.fmean(sizes), statistics.stdev(sizes) / each**0.5, each))
                for name, sizes in reached.items())

    return work, rows, starters * each
