"""The inputs, made once by name and seed and kept as files."""
import os
import random
import shutil
import subprocess

import numpy


def folder(row, buzzline, work):
    """Where a row's input lies; made if it is not there yet."""
    path = f"{work}/{row.shape}-{row.actors}-{row.ties}-{row.clusters}"
    if not os.path.isdir(path):
        made = f"{path}.part"
        shutil.rmtree(made, ignore_errors=True)
        MAKERS[row.shape](row, buzzline, made)
        os.rename(made, path)
    return path


def clustered(row, buzzline, path):
    """Uneven clusters with hubs and few gatekeepers, by our own generator, seed 1."""
    subprocess.run([buzzline, "generate", "--actors", str(row.actors), "--ties", str(row.ties), "--clusters",
                    str(row.clusters), "--seed", "1", "--output", path], check=True, stderr=subprocess.DEVNULL)
    # Only networks are read: what was planted in them is no part of the study.
    os.remove(f"{path}/truth.csv")


def uniform(row, _, path):
    """Every ordered pair of actors equally likely to be tied, no hubs; NumPy's default generator, seed 1."""
    generator = numpy.random.default_rng(1)
    codes = numpy.empty(0, numpy.int64)
    while len(codes) < row.ties:
        drawn = generator.integers(0, row.actors * row.actors, row.ties - len(codes))
        codes = numpy.unique(numpy.concatenate([codes, drawn[drawn // row.actors != drawn % row.actors]]))
    os.makedirs(path)
    write(path, [(f"u{actor}", actor % row.clusters) for actor in range(row.actors)],
          ((f"u{code // row.actors}", f"u{code % row.actors}") for code in codes.tolist()))


def write(path, actors, ties, heading="source,target"):
    """Canonical files of actors with their clusters, and of ties."""
    with open(f"{path}/actors.csv", "w") as file:
        file.write("id,cluster\n")
        file.writelines(f"{name},{cluster}\n" for name, cluster in actors)
    with open(f"{path}/ties.csv", "w") as file:
        file.write(f"{heading}\n")
        file.writelines(",".join(map(str, tie)) + "\n" for tie in ties)


MAPPING = """sources:
  - file: export.csv
    respondent: respondent
    wave: wave
    items:
      - {item: shared, when: {column: item, is: shared}, partner: partner, topic: topic, channel: channel}
      - {item: received, when: {column: item, is: received}, partner: partner, topic: topic, channel: channel}
"""


def claims(row, _, path):
    """A long export, one claim a row, whose partners are mostly near their respondents, and the mapping that reads it;
    NumPy's default generator, seed 1."""
    generator = numpy.random.default_rng(1)
    respondents = numpy.sort(generator.integers(0, row.actors, row.ties))
    steps = (5 * generator.pareto(0.6, row.ties)).astype(numpy.int64) % (row.actors - 1) + 1
    partners = (respondents + steps) % row.actors
    items, topics, channels, waves = (generator.integers(0, count, row.ties) for count in (2, 8, 4, 2))
    topic = ("markets", "technology", "funding", "staff", "regulation", "suppliers", "training", "export")
    item, channel = ("shared", "received"), ("meeting", "project", "email", "fair")
    os.makedirs(path)
    with open(f"{path}/export.csv", "w") as file:
        file.write("respondent,item,partner,topic,channel,wave\n")
        columns = (column.tolist() for column in (respondents, items, partners, topics, channels, waves))
        file.writelines(f"org{r:06},{item[i]},org{p:06},{topic[t]},{channel[c]},{2019 + w}\n"
                        for r, i, p, t, c, w in zip(*columns))
    with open(f"{path}/mapping.yaml", "w") as file:
        file.write(MAPPING)


def small_networks(row, _, path):
    """Many random networks of 2 to 60 actors: with and without direction, weights as lengths, as strengths and none,
    sparse ones in several parts and with isolates as well as dense ones; Python's generator, seed 1."""
    generator = random.Random(1)
    for number in range(row.actors):
        directed = generator.random() < 0.6
        meaning = generator.choice(("none", "distance", "strength"))
        size = generator.randint(2, 60)
        name = f"{path}/{number:04}-{'directed' if directed else 'undirected'}-{meaning}"
        os.makedirs(name)
        share = generator.choice((0.5, 1, 2, 4, size / 3)) / size
        # Halves add up exactly, so that no program finds two equally long ways of different length.
        ties = [(f"a{source}", f"a{target}", 1 if meaning == "none" else generator.randint(1, 6) / 2)
                for source in range(size) for target in range(size)
                if (source != target if directed else source < target) and generator.random() < share]
        write(name, [(f"a{actor}", actor % 3) for actor in range(size)], ties, "source,target,weight")


MAKERS = {"claims": claims, "clustered": clustered, "uniform": uniform, "random": small_networks}
