"""Thirty branches in small: three desks and a head office on this machine. `deploy-scripts/fleet-test` starts it."""

import argparse
import shutil
import signal
import sys
import time
import traceback
from pathlib import Path

import scenarios
from bench import Bench
from programs import stop_all

# Each needs no other, and leaves the desks with a good version in use.
ALL = ["arrives", "sites", "bad", "tampered", "older", "another_library", "unknown_key", "half_synced", "staged",
       "away", "figures_home", "monitored", "pack_revoked", "key_revoked", "loopback_only"]


def read_arguments():
    parser = argparse.ArgumentParser(prog="fleet-test")
    parser.add_argument("--source", required=True)
    parser.add_argument("--deskcards", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--results", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args()


def main():
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit("fleet-test: told to end"))
    asked = read_arguments()
    work, results = Path(asked.work).resolve(), Path(asked.results).resolve()
    wanted = asked.only.split(",") if asked.only else ALL
    unknown = [name for name in wanted if name not in ALL]
    if unknown:
        sys.exit(f"There is no scenario {', '.join(unknown)}; there are: {', '.join(ALL)}")
    for folder in (work, results):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    began, found = time.monotonic(), []
    bench = None
    try:
        bench = Bench(Path(asked.source).resolve(), Path(asked.deskcards).resolve(), work, results)
        print("start", flush=True)
        bench.start()
        bench.publish(what="the first")
        for name in wanted:
            print(name.replace("_", " "), flush=True)
            found.append((name, attempt(bench, name)))
    except Exception as problem:  # what has started has to end, whatever it was
        traceback.print_exception(problem)
        found.append(("start", str(problem)))
    finally:
        keep_logs(bench)
        stop_all()
    write_results(bench, found, results / "figures.md", time.monotonic() - began)
    if not asked.keep:
        shutil.rmtree(work, ignore_errors=True)
    failed = [name for name, problem in found if problem]
    print(f"{len(found) - len(failed)} passed, {len(failed)} failed {', '.join(failed)}".rstrip())
    return 1 if failed else 0


def attempt(bench, name):
    """What went wrong; nothing if all went well."""
    try:
        getattr(scenarios, name)(bench)
        return None
    except Exception as problem:  # whatever it was, the others still run
        print(f"  FAILED: {problem}", flush=True)
        with open(bench.results / f"{name}.txt", "w", encoding="utf-8") as file:
            traceback.print_exception(problem, file=file)
        return str(problem) or type(problem).__name__


def keep_logs(bench):
    for log in bench.work.glob("*/*.log") if bench else []:
        shutil.copy(log, bench.results / f"{log.parent.name}-{log.name}")


def table(head, rows):
    return [f"| {' | '.join(head)} |", "|" + "---|" * len(head),
            *(f"| {' | '.join(str(it).replace('|', '/') for it in row)} |" for row in rows)]


def same_words(refusals):
    """A row for each thing that was refused, and for each way to say it."""
    desks = {}
    for what, desk, words in refusals:
        desks.setdefault((what, words), []).append(desk)
    return [(what, ", ".join(names), words) for (what, words), names in desks.items()]


def write_results(bench, found, path, seconds):
    lines = [f"All of it took {seconds / 60:.0f} minutes.", "", *table(
        ("scenario", "result"), ((name.replace("_", " "), problem or "passed") for name, problem in found))]
    if bench:
        names = [desk.name for desk in bench.desks]
        lines += ["", "From publishing to the glass:", "", *table(
            ("what", "version", *names),
            ((what, version, *(f"{times[it]:.1f} s" if it in times else "" for it in names))
             for what, version, times in bench.arrivals))]
        lines += ["", "Refused, in the desks' own words:", "",
                  *table(("what", "desks", "words"), same_words(bench.refusals))]
        lines += ["", "Figures, joined at the head office, and the sum of what was done at the desks:", "",
                  *table(("card", "joined", "sum"), bench.figures)]
        lines += ["", *table(("", ""), bench.notes)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n" + path.read_text(encoding="utf-8"), flush=True)


if __name__ == "__main__":
    sys.exit(main())
