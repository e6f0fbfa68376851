"""Answers as keyed rows of numbers, and how far two of them are apart."""
import math

#: Two programs agree if no number is further off than this share of it.
TOLERANCE = 1e-9


def difference(one, other):
    """The relative difference of two numbers; infinite if only one is defined. Below a millionth, differences count as
    shares of a millionth."""
    if math.isnan(one) or math.isnan(other):
        return 0.0 if math.isnan(one) and math.isnan(other) else math.inf
    return abs(one - other) / max(abs(one), abs(other), 1e-6) if one != other else 0.0


#: Means over runs agree if none differ by more standard errors; of a hundred numbers one is beyond once in 20,000 times.
ERRORS = 5


def errors(ours, theirs):
    """By how many standard errors the means of two files of runs differ at most.

    A row is a key, a mean, its standard error and how many runs it is of; the peer may have run only some keys. How far
    one run varies is taken from ours, which are many: a few seldom hold the rare long ones, and would seem too sure.
    """
    one, other = read(ours), read(theirs)
    worst = 0.0 if other else math.inf
    for key, (mean, _, runs) in other.items():
        own_mean, own_error, own_runs = one.get(key, (math.inf, 0.0, 1))
        spread = own_error * math.sqrt(1 + own_runs / runs)
        apart = abs(mean - own_mean)
        worst = max(worst, apart / spread if spread else math.inf if apart else 0.0)
    return worst


def read(path):
    """The numbers of a file by the key at the beginning of each line."""
    with open(path) as file:
        return {key: list(map(float, numbers)) for key, *numbers in (line.rstrip().split(",") for line in file)}


def disagreement(ours, theirs):
    """The worst relative difference of two files of answers; infinite where one has what the other has not."""
    one, other = read(ours), read(theirs)
    if not one or not other:
        return math.inf
    worst = 0.0
    for key in one.keys() | other.keys():
        left, right = one.get(key), other.get(key)
        if left is None or right is None:
            # Readers of nothing but ties cannot know of isolates.
            if any(number != 0 for number in left or right):
                return math.inf
        elif len(left) != len(right):
            return math.inf
        else:
            worst = max(worst, *map(difference, left, right))
    return worst
