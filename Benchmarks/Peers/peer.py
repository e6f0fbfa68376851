"""One peer, one measure, one folder: times the measure alone and writes its answer as keyed rows.

usage: peer.py PEER MEASURE FOLDER ANSWERS

A peer is a module with_PEER.py. It tells its `PROGRAM`, `VERSION` and `threads()`, and its `MEASURES`: functions that
take the folder, read what is not timed, and return the work to time and how to make rows of what it answers; those that
run something many times also return how often.
"""
import importlib
import json
import sys
import time


def text(number):
    """A number as ours are written."""
    return str(number) if isinstance(number, int) else "nan" if number != number else repr(float(number))


def main():
    name, measure, folder, answers = sys.argv[1:5]
    peer = importlib.import_module(f"with_{name}")
    work, rows, *runs = peer.MEASURES[measure](folder)
    seconds, answer = [], None
    while not seconds or (len(seconds) < 3 and sum(seconds) < 10):
        answer = None
        start = time.perf_counter()
        answer = work()
        seconds.append(time.perf_counter() - start)
    with open(answers, "w") as file:
        for key, numbers in rows(answer):
            file.write(",".join([str(key), *map(text, numbers)]) + "\n")
    print(json.dumps({"program": peer.PROGRAM, "version": peer.VERSION, "threads": peer.threads(),
                      "seconds": seconds} | ({"runs": runs[0]} if runs else {})))


main()
