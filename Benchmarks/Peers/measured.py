"""Runs a command with a time limit and prints, as JSON, what it printed and the most memory it took.

usage: measured.py LIMIT COMMAND...

It is a process of its own, and small: on Linux what a program seems to take at most is never less than what the process
that started it had.
"""
import json
import os
import subprocess
import sys
import tempfile
import threading


def main():
    limit, command = float(sys.argv[1]), sys.argv[2:]
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        try:
            process = subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        except FileNotFoundError:
            print(json.dumps({"trouble": "not installed"}))
            return
        is_over = threading.Event()
        watch = threading.Timer(limit, lambda: (is_over.set(), process.kill()))
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        watch.cancel()
        out.seek(0)
        err.seek(0)
        print(json.dumps(told(out.read(), err.read(), os.waitstatus_to_exitcode(status), is_over.is_set(), limit)
                         | {"memory": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)}))


def told(out, err, code, is_over, limit):
    """What a program said of itself, or why it said nothing."""
    if is_over:
        return {"trouble": f"stopped after {limit:g} s"}
    if code:
        last = (err.strip().splitlines() or [f"ended with {code}"])[-1]
        missing = any(word in err for word in ("ModuleNotFoundError", "there is no package called"))
        return {"trouble": "not installed" if missing else last[:100]}
    return json.loads(out.strip().splitlines()[-1])


main()
