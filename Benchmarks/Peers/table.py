"""Tells kept results as one Markdown table and as one JSON file, and what agreed measure by measure."""
import json
import math
import os
import platform

import answers

HEADING = ["row", "input", "actors / ties", "Buzzline", "memory", "beside", "threads", "time", "memory", "ratio",
           "worst difference"]


def machine():
    """The processor, its cores and memory."""
    model = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            model = next((line.split(":")[1].strip() for line in file if "model name" in line), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}"


def time(seconds):
    if seconds < 1:
        return f"{1000 * seconds:.3g} ms" if seconds < 0.9995 else "1.0 s"
    return f"{seconds:.3g} s" if seconds < 100 else f"{seconds:,.0f} s"


def memory(result):
    return f"{result['memory'] / 2**20:,.0f} MiB" if "memory" in result else ""


def ratio(share):
    return f"{share:.2g}×" if share < 10 else f"{share:,.0f}×"


def lines(result):
    """A row's cells, a line a peer."""
    ours = result["ours"]
    input_name = {"random": "random networks"}.get(result["input"], result["input"])
    size = f"{result['actors']:,}" + (f" / {result['ties']:,}" if result["ties"] else "")
    head = [result["row"], input_name, size]
    if "trouble" in ours:
        return [head + [ours["trouble"]] + [""] * 7]
    best = min(ours["seconds"])
    told = time(best) + (f" ({result['actors'] / best:,.0f} sources a second)" if result["tellsRate"] else "")
    head += [told + rate(ours), memory(ours)]
    return [head + beside(peer, ours) for peer in result["peers"]] or [head + ["none of this size"] + [""] * 5]


def rate(result):
    return f" ({result['runs'] / min(result['seconds']):,.3g} runs a second)" if "runs" in result else ""


def beside(peer, ours):
    if "trouble" in peer:
        return [f"{peer['program']}: {peer['trouble']}", "", "", "", "", ""]
    if "measures" in peer:
        return [peer["program"], "1", "", "", f"{len(peer['measures'])} measures", apart(peer)]
    seconds, best = min(peer["seconds"]), min(ours["seconds"])
    if "runs" in peer:
        share, agrees = (seconds / peer["runs"]) / (best / ours["runs"]), peer["errors"] <= answers.ERRORS
    else:
        share, agrees = seconds / best, peer["worst"] <= answers.TOLERANCE
    return [f"{peer['program']} {peer['version']}", str(peer["threads"]), time(seconds) + rate(peer), memory(peer),
            ratio(share) if agrees else "the answers differ", apart(peer)]


def apart(peer):
    """How far the answers are apart at most."""
    if "errors" in peer:
        return f"{peer['errors']:.1f} standard errors"
    return f"{peer['worst']:.1e}" if math.isfinite(peer["worst"]) else "not the same"


def about(results):
    """Where and when: one sentence if all rows are of one machine and day."""
    ours = next(result["ours"] for result in results if "trouble" not in result["ours"])
    dates, machines = sorted({r["date"] for r in results}), sorted({r["machine"] for r in results})
    return (f"{' to '.join(dict.fromkeys((dates[0], dates[-1])))}; {' and '.join(machines)}; Buzzline "
            f"{ours['version']} on {ours['threads']} threads. Time is of the work alone, the fastest run; memory is the "
            "most the whole process took, with its input. A ratio stands only where the answers agree, to 1e-9 or, where "
            f"chance is in them, within {answers.ERRORS} standard errors; it is then one of runs a second.")


def agreements(results):
    """The worst difference of each measure, over what was held against each judge."""
    cells = []
    for result in results:
        for peer in result["peers"]:
            for measure in sorted(peer.get("measures", ())):
                cells.append([result["row"], peer["program"], measure, f"{peer['compared'][measure]:,}",
                              f"{peer['measures'][measure]:.1e}"])
    return markdown(["row", "judge", "measure", "numbers", "worst difference"], cells) if cells else ""


def markdown(heading, cells):
    return "\n".join("| " + " | ".join(line) + " |" for line in [heading, ["---"] * len(heading), *cells])


def tell(folder, order, in_detail):
    """Prints the table of the kept results and writes it beside them, as Markdown and JSON; in detail, also how far each
    measure agreed."""
    files = [f"{folder}/{name}.json" for name in order if os.path.exists(f"{folder}/{name}.json")]
    results = []
    for path in files:
        with open(path) as file:
            results.append(json.load(file))
    if all("trouble" in result["ours"] for result in results):
        print("Nothing was measured.")
        return
    text = f"{about(results)}\n\n{markdown(HEADING, [line for result in results for line in lines(result)])}\n"
    detail = agreements(results)
    with open(f"{folder}.md", "w") as file:
        file.write(f"{text}\n{detail}\n" if detail else text)
    with open(f"{folder}.json", "w") as file:
        json.dump(results, file, indent=2)
    print(text)
    if in_detail:
        print(detail)
