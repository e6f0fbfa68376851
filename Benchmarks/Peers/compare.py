"""Runs Buzzline and its peers on the same files, compares the answers, then prints one table of ratios.

Each row's result is kept as JSON, so that rows can be run one at a time; the table is made of all that are there.
"""
import argparse
import datetime
import json
import os
import subprocess
import sys

import agreement
import answers
import inputs
import rows
import table

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    parser = argparse.ArgumentParser(prog="Benchmarks/Peers/run", description=__doc__)
    parser.add_argument("--only", help="rows or measures, divided by commas", default="")
    parser.add_argument("--quick", action="store_true", help="a twentieth of each size")
    parser.add_argument("--limit", type=float, default=900, help="the most seconds a peer may take (default 900)")
    parser.add_argument("--list", action="store_true", help="say which rows there are")
    for hidden in ("--buzzline", "--runner", "--work"):
        parser.add_argument(hidden, required=True, help=argparse.SUPPRESS)
    return parser.parse_args()


def run(command, limit):
    """What a program told of its run, or the trouble it had."""
    done = subprocess.run([sys.executable, f"{HERE}/measured.py", str(limit), *command], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else {"trouble": done.stderr.strip()[-100:]}


def command(peer, measure, folder, scores):
    """How a peer is called: graph-tool belongs to the system's Python, sna to R."""
    if peer == "sna":
        return ["Rscript", f"{HERE}/brokerage.R", folder, scores]
    python = "/usr/bin/python3" if peer == "graph_tool" else sys.executable
    return [python, f"{HERE}/peer.py", peer, measure, folder, scores]


def compared(row, options):
    """Ours and each peer on one row's input."""
    folder = inputs.folder(row, options.buzzline, options.work)
    if row.measure == "agreement":
        return agreed(row, folder, options)
    ours, theirs = f"{options.work}/ours.csv", f"{options.work}/theirs.csv"
    result = {"ours": run([options.runner, row.measure, folder, ours, "--repeat", str(row.repeats)], 7_200),
              "peers": []}
    for peer in row.peers if "trouble" not in result["ours"] else ():
        found = run(command(peer, row.measure, folder, theirs), options.limit)
        found.setdefault("program", peer.replace("_", "-"))
        if "runs" in found:
            found["errors"] = answers.errors(ours, theirs)
        elif "trouble" not in found:
            found["worst"] = answers.disagreement(ours, theirs)
        result["peers"].append(found)
    return result


def agreed(row, folder, options):
    """Ours and each judge, every measure."""
    folder, ours = agreement.batch(row, folder, options.work), f"{options.work}/ours.csv"
    result = {"ours": run([options.runner, "batch", folder, ours], 7_200), "peers": []}
    for judge in row.peers if "trouble" not in result["ours"] else ():
        found = agreement.judged(judge, folder, ours)
        found["measures"], found["worst"] = found["worst"], max(found["worst"].values())
        result["peers"].append(found)
    return result


def is_wrong(result):
    """Whether ours failed, or a peer's answer is another."""
    return "trouble" in result["ours"] or any(
        peer.get("worst", 0) > answers.TOLERANCE or peer.get("errors", 0) > answers.ERRORS for peer in result["peers"])


def main():
    options = arguments()
    words = [word for word in options.only.split(",") if word]
    if options.list:
        print("\n".join(row.name for row in rows.ROWS))
        return 0
    results = f"{options.work}/../results{'-quick' if options.quick else ''}"
    os.makedirs(results, exist_ok=True)
    os.makedirs(options.work, exist_ok=True)
    wrong, picked = [], rows.chosen(words, options.quick)
    for row in picked:
        start = datetime.datetime.now()
        print(f"{start:%H:%M:%S} {row.name} ...", file=sys.stderr, flush=True)
        result = compared(row, options)
        result |= {"row": row.name, "measure": row.measure, "input": row.shape, "actors": row.actors,
                   "ties": row.ties, "tellsRate": row.tells_rate, "quick": options.quick, "machine": table.machine(),
                   "date": str(start.date()), "took": (datetime.datetime.now() - start).total_seconds()}
        with open(f"{results}/{row.name}.json", "w") as file:
            json.dump(result, file, indent=2)
        if is_wrong(result):
            wrong.append(row.name)
    table.tell(results, [row.name for row in rows.ROWS], any(row.measure == "agreement" for row in picked))
    if wrong:
        print(f"\nNot in order: {', '.join(wrong)}.")
    return 1 if wrong else 0


sys.exit(main())
