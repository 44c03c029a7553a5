"""Boots a kiosk's image and does to it what happens to desks. `deploy-scripts/boot-test` starts this."""

import argparse
import os
import shutil
import statistics
import sys
import time
import traceback
from pathlib import Path

import scenarios
from bench import Bench
from machine import usable_accelerator
from sticks import Packs

# In this order: each goes on where the one before has left the machine.
ALL = [
    "first_start", "later_start", "units", "touches", "ways_out", "signed_vfat", "signed_exfat", "unsigned",
    "written", "replugged", "pulled", "killed", "display_killed", "hangs", "disk_full", "crash_loop", "numbers",
    "by_hand", "usb_locked", "dark", "upgraded", "disabled", "power_cuts",
]


def read_arguments():
    parser = argparse.ArgumentParser(prog="boot-test")
    parser.add_argument("--image", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--results", required=True)
    parser.add_argument("--content", required=True)
    parser.add_argument("--deskcards", required=True)
    parser.add_argument("--tcg", action="store_true")
    parser.add_argument("--cuts", type=int, default=30)
    parser.add_argument("--only", default="")
    return parser.parse_args()


def main():
    asked = read_arguments()
    work, results = Path(asked.work), Path(asked.results)
    for folder in (work, results):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    accel = "tcg" if asked.tcg else usable_accelerator(asked.image, work)
    print(f"Emulation: {accel}", flush=True)
    packs = Packs(asked.content, work, asked.deskcards, Path(asked.image) / "head-office.key")
    bench = Bench(asked.image, work, results, packs, accel, asked.cuts)
    wanted = ["first_start", *asked.only.split(",")] if asked.only else ALL
    began, passed, failed = time.monotonic(), [], []
    try:
        for name in dict.fromkeys(wanted):
            print(f"{name.replace('_', ' ')}", flush=True)
            (passed if attempt(bench, name) else failed).append(name)
            if bench.board is None:
                break  # there is no machine to go on with
    finally:
        if bench.machine and bench.machine.process.poll() is None:
            bench.machine.cut()
    write_results(bench, results / "figures.md", time.monotonic() - began)
    shutil.rmtree(work, ignore_errors=True)
    print(f"{len(passed)} passed, {len(failed)} failed {', '.join(failed)}".rstrip())
    return 1 if failed else 0


def attempt(bench, name):
    try:
        if bench.machine and bench.machine.process.poll() is not None:
            bench.start_to_board(bench.disk)  # the scenario before has ended it
        getattr(scenarios, name)(bench)
        return True
    except Exception as problem:  # whatever it was, the others still run
        print(f"  FAILED: {problem}", flush=True)
        leave_clues(bench, name, problem)
        clear_ports(bench)
        return False


def clear_ports(bench):
    """What a scenario has left plugged in would be in the way of the next."""
    if bench.machine and bench.machine.process.poll() is None:
        for device in list(bench.machine.plugged):
            bench.machine.pull(device)


def leave_clues(bench, name, problem):
    with open(bench.results / f"{name}.txt", "w") as file:
        traceback.print_exception(problem, file=file)
        try:
            bench.machine.save_picture(bench.results / f"{name}.png")
            file.write(bench.agent.clues())
        except Exception as more:  # the machine may be gone
            file.write(f"no more clues: {more}\n")


def write_results(bench, path, seconds):
    lines = [f"Emulation: {bench.accel}, {os.cpu_count()} cores; all of it took {seconds / 60:.0f} minutes.", "",
             "| | |", "|---|---|"]
    lines += [f"| {what} | {found} |" for what, found in bench.notes]
    if bench.starts:
        lines.append(f"| From power to the board, {len(bench.starts)} starts in all | median "
                     f"{statistics.median(bench.starts):.0f} s, longest {max(bench.starts):.0f} s |")
    for title, head, rows in bench.tables:
        lines += ["", f"### {title}", "", f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
        lines += [f"| {' | '.join(row)} |" for row in rows]
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
