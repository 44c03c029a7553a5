"""What the rehearsal tries. Each scenario is a function that takes the bench and raises if what it looked for did not
happen."""

import csv
import shutil
import subprocess
import time
from datetime import date, timedelta

from prometheus_client.openmetrics import parser as openmetrics

from packs import number_of
from programs import run, wait_for

IN_THE_END_S = 150  # patience: Syncthing gathers changes for ten seconds, and a seal that does not fit waits a minute


def check(holds, sentence):
    if not holds:
        raise AssertionError(sentence)


# What goes in

def arrives(bench):
    """A new version is published once, and on every glass soon after."""
    bench.publish(what="one more")


def sites(bench):
    """One pack says something else at each branch."""
    for desk, address in zip(bench.desks, ("1 Riverside Way", "2 Hilltop Road", "3 Lakeside Walk")):
        check(address in str(desk.describe()), f"{desk.name} does not say {address}")
    bench.note("Addresses of one pack", "each branch shows its own")


# What does not

def bad(bench):
    """Well signed, with a card that cannot be used: refused, with file and line."""
    def spoil(pack):
        card = next(iter(sorted((pack / "situations").glob("*.md"))))
        card.write_text("---\ncode: purple\n---\nNothing.\n")
    pack = bench.packs.make(bench.next_version(), spoil=spoil)
    bench.refusal_everywhere("cards with errors, well signed", pack, r"\.md:\d+: error", IN_THE_END_S)
    bench.publish(what="after a bad one")


def tampered(bench):
    """A file was changed after signing."""
    pack = bench.packs.make(bench.next_version())
    card = sorted((pack / "situations").glob("*.md"))[0]
    card.write_text(card.read_text() + "\nHand over the till.\n")
    bench.refusal_everywhere("changed after signing", pack, "not as they were", IN_THE_END_S)
    for desk in bench.desks:
        check("Waiting for the rest" in desk.said(), f"{desk.name} did not wait for the rest first")
    bench.publish(what="after a changed one")


def older(bench):
    """An older version, well signed: from a stick it would take the PIN."""
    bench.publish(what="before an older one")
    pack = bench.packs.make(bench.version - 1)
    bench.refusal_everywhere("an older version", pack, "cannot go in by itself", IN_THE_END_S)
    bench.publish(what="after an older one")


def another_library(bench):
    """Another library's cards, well signed by a key that the desks trust."""
    pack = bench.packs.make(bench.next_version(), name="elsewhere")
    bench.refusal_everywhere("another library's", pack, "cannot go in by itself", IN_THE_END_S)
    bench.publish(what="after another library's")


def unknown_key(bench):
    """Well signed, by a key that no desk has."""
    pack = bench.packs.make(bench.next_version(), key="stranger")
    bench.refusal_everywhere("by an unknown key", pack, "does not trust|not from somebody", IN_THE_END_S)
    bench.publish(what="after a stranger's")


def half_synced(bench):
    """All but one file is there, the seal too: nobody takes it, each says that it waits. Then the file comes."""
    before, version = bench.desks[0].version(), bench.next_version()
    pack = bench.packs.make(version)
    card = sorted((pack / "situations").glob("*.md"))[3]
    kept = bench.packs.folder / card.name
    card.rename(kept)
    bench.office.publish(pack)
    for desk in bench.desks:
        wait_for(f"the half pack at {desk.name}",
                 lambda it=desk: (it.fleet / "packs/deskcards/pack.yaml").exists() and number_of(version) in
                 (it.fleet / "packs/deskcards/pack.yaml").read_text(), IN_THE_END_S)
    for desk in bench.desks:
        wait_for(f"{desk.name} to say that it waits",
                 lambda it=desk: it.metrics().get("deskcards_waiting_since_timestamp_seconds", 0) > 0, 30)
    bench.everyone_keeps(before, 10)
    for desk in bench.desks:
        check("Waiting for the rest" in desk.said(), f"{desk.name} did not say that it waits")
    shutil.move(kept, card)
    began = time.monotonic()
    bench.office.publish(pack)
    bench.time_arrivals(version, bench.desks, began, "the file that was held back")
    for desk in bench.desks:
        wait_for(f"{desk.name} to wait no more",
                 lambda it=desk: it.metrics().get("deskcards_waiting_since_timestamp_seconds") == 0, 30)
    bench.note("Half a pack", "three desks waited and said so, and kept what they had")


# Roll-out

def staged(bench):
    """The first branch at once, the others from a day on."""
    before, first, others = bench.desks[0].version(), bench.desks[0], bench.desks[1:]
    later = (date.today() + timedelta(days=30)).isoformat()
    rollout = "rollout:\n  first:\n    - riverside\n  rest-from: {}\n"
    version = bench.publish(desks=[first], what="staged, the first", more=rollout.format(later))
    for desk in others:
        wait_for(f"{desk.name} to hold version {version} back",
                 lambda it=desk: it.metrics().get("deskcards_held_version") == version, IN_THE_END_S)
        check(desk.version() == before, f"{desk.name} has not kept version {before}")
    its_day_comes(bench, others[0], version, later)
    bench.publish(what="staged, the rest's day is today", more=rollout.format(date.today().isoformat()))
    for desk in others:
        wait_for(f"{desk.name} to hold nothing back",
                 lambda it=desk: it.metrics().get("deskcards_held_version") == 0, 30)
    bench.note("Staged", f"version {version} at {first.name} alone; {len(others)} desks said that they hold it back")


def its_day_comes(bench, desk, version, day):
    """A desk on that day takes what it has held back, with nothing new in its folder."""
    desk.stop()
    began = time.monotonic()
    desk.start("faketime", f"{day} 09:00:00")
    bench.time_arrivals(version, [desk], began, f"{desk.name}, on the day")
    desk.stop()
    desk.start()


def away(bench):
    """A desk is switched off for three versions, and has the last one soon after it is back."""
    gone, there = bench.desks[-1], bench.desks[:-1]
    gone.stop()
    gone.carrier.stop()
    for _ in range(3):
        bench.publish(desks=there, what=f"without {gone.name}")
    began = time.monotonic()
    gone.carrier.start()
    gone.start()
    bench.time_arrivals(bench.version, [gone], began, f"{gone.name} is back")


# Taking back

def pack_revoked(bench):
    """A pack in use is taken back: every desk goes to the one before, and never takes it again."""
    good = bench.publish(what="before one that is revoked")
    version = bench.publish(what="one that is revoked")
    pack = bench.packs.make(version)
    began = time.monotonic()
    bench.office.revoke(f"pack riverside {version}")
    bench.time_arrivals(good, bench.desks, began, f"version {version} is revoked")
    for desk in bench.desks:
        wait_for(f"{desk.name} to count it", lambda it=desk: it.metrics().get("deskcards_revoked_packs", 0) >= 1, 30)
        check(version not in desk.versions(), f"{desk.name} still keeps version {version}")
    bench.office.publish(pack)
    bench.everyone_keeps(good, 20)
    bench.publish(what="after a revoked one")


def key_revoked(bench):
    """A key is taken back: nothing signed with it gets in, also at a desk that was away; the other key goes on."""
    gone = bench.desks[-1]
    before = bench.publish(what="before a key is revoked")
    gone.stop()
    gone.carrier.stop()
    bench.office.revoke(f"key {bench.packs.id_of('head-office')}")
    for desk in bench.desks[:-1]:
        wait_for(f"{desk.name} to know of it", lambda it=desk: it.metrics().get("deskcards_revoked_keys") == 1,
                 IN_THE_END_S)
    pack = bench.packs.make(bench.next_version(), key="head-office")
    bench.office.publish(pack)
    gone.carrier.start()
    gone.start()
    bench.refusal_everywhere("by a revoked key", pack, "does not trust|not from somebody|revoked", IN_THE_END_S)
    bench.everyone_keeps(before, 3)
    check(gone.metrics().get("deskcards_revoked_keys") == 1, f"{gone.name} does not know of it")
    bench.packs.signer = "second"
    bench.publish(what="by the second key")


# Home

MONTHLY = {"fine-dispute": (5, 7, 6), "yelling-at-staff": (6, 5, 9)}


def figures_home(bench):
    """What was opened at the desks last month comes home, and the joined report has the sum."""
    month = date.today().replace(day=1) - timedelta(days=1)
    for number, desk in enumerate(bench.desks):
        desk.stop()
        use_last_month(desk, number, month)
        desk.start()
    name = f"counts-{month:%Y-%m}.csv"
    for desk in bench.desks:
        wait_for(f"{name} of {desk.name}", lambda it=desk: bench.office.arrived(it.name, name), IN_THE_END_S)
    report = bench.work / "joined"
    run(bench.deskcards, "report", report, "--merge", bench.office.home_from)
    check((report / "report.html").exists(), "the joined report has no page")
    joined = joined_counts(report / "figures.csv")
    for card, times in MONTHLY.items():
        bench.figures.append((card, joined.get(card, 0), sum(times)))
        print(f"  {card}: {joined.get(card, 0)}, and {sum(times)} at the desks", flush=True)
    for card, times in MONTHLY.items():
        check(joined.get(card) == sum(times), f"{card}: {joined.get(card)} joined, {sum(times)} at the desks")


def use_last_month(desk, number, month):
    """The desk itself, in a world where it is a day of that month."""
    desk.start("faketime", f"{month:%Y-%m}-15 10:00:00")
    for card, times in MONTHLY.items():
        for _ in range(times[number]):
            desk.show(card)
            time.sleep(0.4)
            desk.show("home")
            time.sleep(0.4)
    time.sleep(1)
    desk.stop()
    file = desk.state / "tally.db"
    for card, times in MONTHLY.items():
        said = run("sqlite3", file, f"select sum(n) from counts where month = '{month:%Y-%m}' and card = '{card}' "
                   "and what = 'opened'").strip()
        check(said == str(times[number]), f"{desk.name} counted {said or 'nothing'} of {card}, not {times[number]}")


def joined_counts(file):
    """How often each card was opened, by all desks."""
    found = {}
    with open(file, encoding="utf-8-sig", newline="") as text:
        for row in csv.DictReader(text):
            if row["measure"] == "opened" and not row["value"] and row["card"] and row["count"].isdigit():
                found[row["card"]] = found.get(row["card"], 0) + int(row["count"])
    return found


def monitored(bench):
    """Prometheus knows every desk's version, from what came home; the rules are loaded, and tell of refusals."""
    version = bench.publish(what="for Prometheus")
    names = {desk.name for desk in bench.desks}
    wait_for("the version of every desk in Prometheus",
             lambda: bench.monitor.by_desk("deskcards_pack_version") == {name: version for name in names}, IN_THE_END_S)
    for desk in bench.desks:
        for file in (desk.outbox / "health.prom", desk.fleet / "metrics/deskcards.prom"):
            check_metrics(desk, file)
    rules = bench.monitor.rules()
    sick = {name: rule["lastError"] for name, rule in rules.items() if rule.get("lastError")}
    check(not sick, f"rules that do not work: {sick}")
    firing = sorted({alert["labels"]["alertname"] for rule in rules.values() for alert in rule["alerts"]
                     if alert["state"] == "firing"})
    check(not bench.refusals or "DeskcardsRefusesCards" in firing, f"cards were refused, and nobody is told: {firing}")
    bench.note("Prometheus", f"version {version} at all {len(names)} desks; rules: {', '.join(sorted(rules))}; "
               f"firing: {', '.join(firing) or 'none'}")


def check_metrics(desk, file):
    said = file.read_text(encoding="utf-8")
    check(said.endswith("# EOF\n"), f"{file.name} of {desk.name} has no end")
    try:
        read = list(openmetrics.text_string_to_metric_families(said))
    except ValueError as fault:
        raise AssertionError(f"{file.name} of {desk.name} is no OpenMetrics: {fault}") from fault
    check(read, f"{file.name} of {desk.name} has no metrics")
    judged = subprocess.run(["promtool", "check", "metrics"], input=said, capture_output=True, text=True, check=False)
    check(judged.returncode == 0, f"promtool says of {file.name}: {judged.stdout}{judged.stderr}")


def loopback_only(bench):
    """Nothing that ran here has had a socket that leads off this machine."""
    bench.loopback.look()
    check(bench.loopback.most > 0, "no sockets were seen at all")
    check(not bench.loopback.strays, f"sockets that lead elsewhere: {sorted(bench.loopback.strays)}")
    desks = [it for it in bench.loopback.owners if it.startswith("deskcards")]
    check(not desks, "a desk had a network socket")
    bench.note("Sockets", f"looked {bench.loopback.looked} times, up to {bench.loopback.most} at once, of "
               f"{', '.join(sorted(bench.loopback.owners))}; all on loopback, none of a desk's")
