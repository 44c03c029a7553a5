"""What the boot test tries. Each scenario is a function that takes the bench and raises if what it looked for
did not happen; what it measured goes to `bench.note`."""

import re
import time

from agent import Timeout, place
from sticks import PIN, copy_off, empty_stick, exfat_stick, number_of, run, vfat_stick

WRONG_PIN = "111222"
BOARD_IN_S = 900  # patience, not a promise: an emulated machine on a busy one


def check(holds, sentence):
    if not holds:
        raise AssertionError(sentence)


def shows_version(version):
    return lambda it: it.screen == "board" and number_of(version) in it.find("contacts")["label"]


def go_home(bench):
    """To the board, whatever is on the glass. What is said of a stick is closed: left open, it waits on the board."""
    for _ in range(6):
        glass = bench.agent.describe()
        if glass and glass.screen == "board":
            return glass
        leave = glass and glass.find("drop/leave")
        if leave:
            bench.agent.tap(leave)
        else:
            bench.machine.keys("esc")
        time.sleep(1)
    return bench.agent.wait_for_screen("board")


# Starting

def first_start(bench):
    """From power to the board, the first time; the picture becomes what later ones are compared with."""
    bench.start(bench.base)
    board = bench.agent.wait_for("the board", lambda it: it.screen == "board" and it.said["frames"] > 0,
                                 BOARD_IN_S)
    until = time.monotonic() + 60
    while True:
        picture = bench.machine.picture()
        flat = [it["text"] for it in board.said["texts"]
                if picture.contrast(it["x"], it["y"], it["w"], it["h"]) < 60]
        if not flat or time.monotonic() > until:
            break
        time.sleep(0.3)
    seconds = bench.machine.age()
    check(not flat, f"the desk describes texts that are not on the glass: {flat}")
    time.sleep(1)
    bench.board = bench.machine.picture()
    bench.machine.save_picture(bench.results / "board.png")
    bench.note("From power to the board, first start",
               f"{seconds:.0f} s; all {len(board.said['texts'])} texts that the desk describes are on the "
               "glass, where it says")


def later_start(bench):
    """From power to the board, on a disk that has started before."""
    disk = bench.switch_off()
    seconds = bench.start_to_board(disk)
    difference = bench.machine.picture().difference(bench.board)
    bench.note("From power to the board, later starts",
               f"{seconds:.0f} s; {difference:.2%} of the picture differs from the first start's")


def units(bench):
    """What systemd says of the units: no complaints, and how exposed each is (from 0 to 10)."""
    names = ["desk", "x", "numbers", "stick-read@sda1", "stick-write@sda1"]
    said = bench.agent.say("systemd-analyze verify --man=no " + " ".join(f"deskcards-{it}.service" for it in names)
                           + " deskcards-stick-write@sda1.path 2>&1 | grep deskcards || true", 120).strip()
    check(not said, f"systemd-analyze verify says: {said}")
    exposed = {}
    for name in names:
        last = bench.agent.say(f"systemd-analyze security --no-pager deskcards-{name}.service | "
                               "grep -a 'exposure level'", 120)
        exposed[name.removesuffix("@sda1")] = float(re.search(r": ([0-9.]+)", last)[1])
    check(max(exposed["stick-read"], exposed["stick-write"]) < 2, f"whoever touches sticks is exposed: {exposed}")
    bench.note("`systemd-analyze security`", ", ".join(f"{name} {it}" for name, it in exposed.items())
               + "; `verify` has no complaint")


# Fingers

def touches(bench, rounds=20):
    """Taps through the touchscreen: each opens the card that was tapped, and the next leads home."""
    agent = bench.agent
    said = agent.say("udevadm info --export-db | grep -c ID_INPUT_TOUCHSCREEN=1; "
                     "grep -h 'touch device' /run/deskcards-x/Xorg.log /var/log/Xorg.0.log 2>/dev/null || true")
    check("touch device" in said, f"the display knows no touchscreen: {said}")
    board = go_home(bench)
    tiles = [it for it in board.said["targets"] if it["id"].startswith("tile/")]
    came = made = 0
    for number in range(rounds):
        tile = tiles[number % len(tiles)]
        card = tile["id"].removeprefix("tile/")
        for target, wanted in ((tile, lambda it: it.card == card),
                               (None, lambda it: it.screen == "board")):
            agent.tap(target or agent.describe().find("home"))
            made += 1
            try:
                agent.wait_for(f"the card {card}", wanted)
                came += 1
            except Timeout as late:
                print(f"    {late}")
                go_home(bench)
    check(came == made, f"{came} of {made} taps arrived")
    two = two_fingers(bench, tiles)
    slips = slipping(bench, tiles[0])
    bench.note("Touches that arrived", f"{came} of {made} taps; {two}; {slips}")


def two_fingers(bench, tiles, rounds=5):
    """A second finger, or the ball of a thumb, neither opens a card of its own nor hinders the first."""
    agent, first, second = bench.agent, tiles[0], tiles[-1]
    right = 0
    for number in range(rounds):
        if number % 2:
            agent.touch(f"pair {place(first)} {place(second)}")
        else:
            agent.touch(f"down 0 {place(first)}", "wait 40", f"down 1 {place(second)}", "wait 40", "up 1",
                        "wait 40", "up 0")
        card = first["id"].removeprefix("tile/")
        agent.wait_for(f"the card {card}", lambda it: it.card == card)
        right += 1
        go_home(bench)
    return f"two fingers at once {right} of {rounds} times open the first one's card"


def slipping(bench, tile, rounds=3):
    """A finger that slips off its target before it is lifted does nothing."""
    agent = bench.agent
    x, y = (int(it) for it in place(tile).split())
    for _ in range(rounds):
        agent.touch(f"down 0 {x} {y}", "wait 40", f"move 0 {x} {y + 1500}", "wait 40", "move 0 9900 20",
                    "wait 40", "up 0")
        time.sleep(1.5)
        check(agent.describe().screen == "board", "a finger that slipped off opened a card")
    return f"{rounds} of {rounds} fingers that slip off open none"


# Sticks

def pack_in_use(bench):
    """The version that the command packs calls in use; "starter" if none was brought."""
    status, said = bench.agent.desk("packs")
    used = [line.split("\t")[0] for line in said.splitlines() if line.endswith("\tin use")]
    check(status == 0 and len(used) == 1, f"the command packs said: {said}")
    return int(used[0]) if used[0].isdigit() else used[0]


def version_in_use(bench):
    """As pack_in_use, once a pack was brought."""
    if pack_in_use(bench) == "starter":
        signed_vfat(bench)
    return pack_in_use(bench)


def next_version(bench):
    """One that is newer than any that was ever in use, also if that was put aside: an older one takes the PIN."""
    seen = bench.agent.say("cat /var/lib/deskcards/seen 2>/dev/null || true").split()
    return max([1, *map(int, seen[1::2])]) + 1


def what_came(bench, what, wanted, patience=300):
    """Until what a stick brought is on the glass. On a board that somebody has just touched it waits behind a
    button, which is tapped, and again if it is still there."""
    tapped = -60.0

    def look(glass):
        nonlocal tapped
        if wanted(glass):
            return True
        button = glass.find("drop/open")
        if button and time.monotonic() - tapped > 10:
            bench.agent.tap(button)
            tapped = time.monotonic()
        return False

    return bench.agent.wait_for(what, look, patience)


def take_up(bench, stick, version, what):
    """Plugs a signed stick in, taps, and sees the new board."""
    agent = bench.agent
    go_home(bench)
    plugged = time.monotonic()
    name = bench.machine.plug(stick)
    offer = what_came(bench, "what is on the stick", lambda it: it.find("drop/use"))
    offered = time.monotonic() - plugged
    check(offer.says(number_of(version)), "the review does not show the new phone number")
    check(offer.find("drop/use")["enabled"], "a signed pack asks for more than a tap")
    bench.machine.save_picture(bench.results / f"review-{version}.png")
    taps, tapped = 0, -60.0

    def use(glass):
        nonlocal taps, tapped
        if glass.says(f"Version {version} is in use"):
            return True
        if (button := glass.find("drop/use")) and time.monotonic() - tapped > 30:
            agent.tap(button)
            taps, tapped = taps + 1, time.monotonic()
        return False

    agent.wait_for("the words", use)
    bench.machine.pull(name)
    go_home(bench)
    agent.wait_for("the new board", shows_version(version))
    check(pack_in_use(bench) == version, "the command packs says another version")
    bench.note(what, f"its review {offered:.0f} s after it was plugged in; taps until version {version} is "
               f"in use: {taps}")


def signed_vfat(bench):
    take_up(bench, vfat_stick(bench.packs.make(2), bench.file("signed.vfat")), 2, "A signed stick, FAT")


def signed_exfat(bench):
    take_up(bench, exfat_stick(bench.packs.make(3), bench.file("signed.exfat")), 3,
            "A signed stick, exFAT")


def unsigned(bench):
    """Takes the PIN: a wrong one first, tapped on the pad, then the right one."""
    agent, version = bench.agent, 4
    stick = vfat_stick(bench.packs.make(version, signed=False), bench.file("unsigned.vfat"))
    go_home(bench)
    name = bench.machine.plug(stick)
    offer = what_came(bench, "what is on the stick", lambda it: it.find("drop/use"))
    check(offer.says("Not signed"), "the review does not say that nobody signed it")
    agent.tap(offer.find("drop/use"))
    type_pin(bench, WRONG_PIN)
    agent.wait_for("the refusal", lambda it: it.says("That is not the PIN"))
    check(pack_in_use(bench) == 3, "a wrong PIN put the pack into use")
    type_pin(bench, PIN)
    agent.wait_for("the words", lambda it: it.says(f"Version {version} is in use"))
    bench.machine.pull(name)
    go_home(bench)
    agent.wait_for("the new board", shows_version(version))
    bench.note("An unsigned stick", "takes the PIN: a wrong one is refused, the right one, tapped on the "
               f"pad, puts version {version} into use")


def type_pin(bench, digits):
    for digit in digits:
        pad = bench.agent.wait_for("the PIN pad", lambda it: it.find("pin/1") and it.find("pin/1")["enabled"])
        bench.agent.tap(pad.find(f"pin/{digit}"))
        time.sleep(0.5)
    ready = bench.agent.wait_for("the button that accepts", lambda it: it.find("pin/accept")
                                 and it.find("pin/accept")["enabled"])
    bench.agent.tap(ready.find("pin/accept"))


def pulled(bench, times=3):
    """A slow stick is pulled while it is being read: the cards stay, and the desk goes on."""
    agent, before = bench.agent, pack_in_use(bench)
    stick = vfat_stick(bench.packs.make(5), bench.file("slow.vfat"))
    said = set()
    for number in range(times):
        go_home(bench)
        reads = bench.machine.disk_reads
        name = bench.machine.plug(stick, bytes_per_second=20_000)
        wait_until_read(bench, ".reading")
        begun, start = reads(name), time.monotonic()
        while reads(name) < begun + 40_000 * (number + 1):
            check(time.monotonic() - start < 300, "the stick is not read")
            time.sleep(0.1)
        at = reads(name)
        bench.machine.pull(name)
        glass = what_came(bench, "the words that it was pulled", lambda it: it.says("plug it in again"))
        said.add(next(it["text"] for it in glass.said["texts"] if "plug it in again" in it["text"]))
        go_home(bench)
        check(pack_in_use(bench) == before, "half a stick changed the cards")
        print(f"    pulled after {at // 1000} kB were read")
    take_up(bench, stick, 5, "A stick that was pulled, plugged in again")
    bench.note("Sticks pulled while they are read", f"{times} of {times}: the cards stay; on the glass: "
               + "; ".join(sorted(said)))


def wait_until_read(bench, state="", patience=400):
    """Until the only stick is read, or in that state of being read."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if any(it.endswith(state) and (state or "." not in it)
               for it in bench.agent.say("ls /var/spool/deskcards").split()):
            return
    raise Timeout("no stick was read")


def wait_until_gone(bench, patience=120):
    until = time.monotonic() + patience
    while bench.agent.say("ls /var/spool/deskcards").split():
        check(time.monotonic() < until, "a stick that was pulled is still in the spool")


def replugged(bench, times=3):
    """A stick that is back at once, under the name that it had, is read again."""
    agent, stick = bench.agent, empty_stick(bench.file("replugged.vfat"))
    go_home(bench)
    wait_until_gone(bench)
    finished = "journalctl --no-pager -b -u 'deskcards-stick-read@*' | grep -c Finished || true"
    name = bench.machine.plug(stick)
    wait_until_read(bench)
    before = int(agent.say(finished))
    for number in range(times):
        bench.machine.pull(name)
        name = bench.machine.plug(stick)
        until = time.monotonic() + 200
        while int(agent.say(finished)) <= before + number:
            check(time.monotonic() < until, "a stick that came back at once is not read")
    bench.machine.pull(name)
    wait_until_gone(bench)
    bench.note("Sticks that are pulled and back at once", f"read again {times} of {times} times")


def ask_for_copy(bench):
    agent = bench.agent
    go_home(bench)
    for target, screen in (("menu", "menu"), ("menu/packs", "packs"), ("packs/copy", "pin")):
        while not (found := agent.describe().find(target)):
            agent.tap(agent.describe().find("page/next"))
            time.sleep(2)
        agent.tap(found)
        agent.wait_for_screen(screen)
    type_pin(bench, PIN)


def written(bench):
    """The cards are written to a stick, which only a service of the kiosk can do, and to a locked one they are not."""
    agent, stick = bench.agent, empty_stick(bench.file("empty.vfat"))
    go_home(bench)
    wait_until_gone(bench)
    name = bench.machine.plug(stick, locked=False)
    wait_until_read(bench)
    start = time.monotonic()
    ask_for_copy(bench)
    agent.wait_for("the words", lambda it: it.says("in the folder deskcards."))
    took = time.monotonic() - start
    bench.machine.save_picture(bench.results / "written.png")
    bench.machine.pull(name)
    folder = copy_off(stick, bench.file("written"))
    found = sorted(it.name for it in folder.iterdir())
    check(found == ["deskcards", "deskcards-how-to.txt"], f"on the stick are {found}")
    said = run(bench.packs.deskcards, "check", folder / "deskcards").strip()
    wait_until_gone(bench)
    name = bench.machine.plug(stick)
    wait_until_read(bench)
    ask_for_copy(bench)
    agent.wait_for("the refusal", lambda it: it.says("Nothing could be written to the stick"))
    bench.machine.save_picture(bench.results / "locked.png")
    bench.machine.pull(name)
    left = agent.say("ls /var/spool/deskcards-out; findmnt -rno TARGET | grep deskcards-stick || true").strip()
    check(not left, f"left behind: {left}")
    bench.note("The cards, written to a stick", f"{took:.0f} s from the menu to the words that they are there; "
               f"outside, its file system is in order and `deskcards check` says: {said} A locked stick is refused in words")


# Falling over

def boot_id(bench):
    return bench.agent.say("cat /proc/sys/kernel/random/boot_id").strip()


def desk_pid(bench):
    return int(bench.agent.say("systemctl show --property MainPID --value deskcards-desk").strip())


def comes_back(bench, old_pid, patience=400, with_notice=False):
    """The seconds until another desk's board is on the glass."""
    start = time.monotonic()
    while time.monotonic() - start < patience:
        pid = desk_pid(bench)
        if pid not in (0, old_pid):
            if with_notice:
                bench.agent.wait_for_screen("board", patience)
            else:
                bench.board_on_glass(patience)
            return time.monotonic() - start
        time.sleep(1)
    raise Timeout("no other desk was started")


def killed(bench, times=3):
    boot, took = boot_id(bench), []
    for _ in range(times):
        go_home(bench)
        pid = desk_pid(bench)
        bench.agent.say(f"kill -KILL {pid}")
        took.append(comes_back(bench, pid))
        time.sleep(12)  # a desk that has run for a while counts as one that starts
    check(boot_id(bench) == boot, "the machine started anew")
    bench.note("The desk killed", f"{times} of {times} times back on the glass, after "
               + ", ".join(f"{it:.0f} s" for it in took))


def display_killed(bench):
    go_home(bench)
    boot, pid = boot_id(bench), desk_pid(bench)
    bench.agent.say("kill -KILL $(pidof Xorg)")
    took = comes_back(bench, pid)
    check(boot_id(bench) == boot, "the machine started anew")
    bench.note("The display killed", f"display and desk back on the glass after {took:.0f} s")


def hangs(bench):
    go_home(bench)
    boot, pid = boot_id(bench), desk_pid(bench)
    bench.agent.say(f"kill -STOP {pid}")
    took = comes_back(bench, pid)
    check(boot_id(bench) == boot, "the machine started anew")
    journal = bench.agent.say("journalctl --no-pager -b -u deskcards-desk | grep -i watchdog | tail -n 1")
    check("atchdog" in journal, "nothing in the journal about a watchdog")
    bench.note("The desk made to hang", f"the watchdog ends it; back on the glass after {took:.0f} s")


def disk_full(bench):
    """Nothing is left on the disk: the desk goes on, refuses new cards in a sentence, and takes them later."""
    agent, before, version = bench.agent, pack_in_use(bench), next_version(bench)
    stick = vfat_stick(bench.packs.make(version), bench.file("full.vfat"))
    agent.say("fallocate -l $(($(stat -f -c '%f*%S' / ) - 8*1024*1024)) /filler || true; "
              "dd if=/dev/zero of=/filler2 bs=64k 2>/dev/null; true")
    left = agent.say("df --output=avail -k / | tail -n 1").strip()
    board = go_home(bench)
    tile = next(it for it in board.said["targets"] if it["id"].startswith("tile/"))
    agent.tap(tile)
    agent.wait_for("a card", lambda it: it.screen == "card")
    go_home(bench)
    name = bench.machine.plug(stick)
    glass = what_came(bench, "a word about the stick",
                      lambda it: it.screen == "drop" and it.says("could not be copied"))
    check(not (glass.find("drop/use") and glass.find("drop/use")["enabled"]),
          "the desk offers cards that it has no room for")
    words = " ".join(it["text"] for it in glass.said["texts"]
                     if any(word in it["text"].lower() for word in ("full", "space", "room")))
    time.sleep(1)
    bench.machine.save_picture(bench.results / "full.png")
    bench.machine.pull(name)
    time.sleep(5)
    pid = desk_pid(bench)
    agent.say(f"kill -KILL {pid}")
    took = comes_back(bench, pid, with_notice=True)
    check(pack_in_use(bench) == before, "another pack is in use")
    agent.say("rm -f /filler /filler2; sync")
    check(words, f"no sentence about the full disk on the glass: {glass}")
    take_up(bench, stick, version, "The same stick, with room again")
    bench.note("The disk full", f"{left} KiB left; cards open; the stick is refused: \"{words}\"; a desk that "
               f"is killed then comes back in {took:.0f} s")


# Ways out

CTRL_ALT = ("ctrl", "alt")
WAYS_OUT = [
    *[(f"Ctrl-Alt-F{n}", [(*CTRL_ALT, f"f{n}")]) for n in range(1, 9)],
    ("Alt-F1", [("alt", "f1")]), ("Alt-F4", [("alt", "f4")]), ("Alt-Tab", [("alt", "tab")]),
    ("Alt-Left", [("alt", "left")]), ("Super", [("meta_l",)]), ("Ctrl-C", [("ctrl", "c")]),
    ("Ctrl-Z", [("ctrl", "z")]), ("Ctrl-backslash", [("ctrl", "backslash")]),
    ("Ctrl-Alt-Backspace", [(*CTRL_ALT, "backspace")]), ("Ctrl-Alt-Backspace twice", [(*CTRL_ALT, "backspace")] * 2),
    ("Ctrl-Alt-keypad *", [(*CTRL_ALT, "kp_multiply")]), ("Ctrl-Alt-keypad +", [(*CTRL_ALT, "kp_add")]),
    ("Ctrl-Alt-Delete", [(*CTRL_ALT, "delete")]), ("Ctrl-Alt-Delete eight times at once", [(*CTRL_ALT, "delete")] * 8),
    *[(f"Alt-SysRq-{key.upper()}", [("alt", "sysrq", key)]) for key in "ksreiuob"],
    ("the sleep key", [("sleep",)]), ("the power key", [("power",)]),
]


def ways_out(bench):
    """After each, the same machine shows the same board, on the same console, and answers a finger."""
    agent = bench.agent
    go_home(bench)
    before = (boot_id(bench), desk_pid(bench), agent.say("cat /sys/class/tty/tty0/active").strip())
    tried = []
    for name, presses in WAYS_OUT:
        bench.machine.monitor.events.clear()
        for keys in presses:
            bench.machine.keys(*keys, hold=0.03)
        time.sleep(2)
        ended = {"RESET", "SHUTDOWN", "SUSPEND", "GUEST_PANICKED"} & set(bench.machine.events())
        check(not ended, f"{name}: the machine went through {ended}")
        after = (boot_id(bench), desk_pid(bench), agent.say("cat /sys/class/tty/tty0/active").strip())
        check(after == before, f"{name}: {before} became {after}")
        go_home(bench)
        bench.board_on_glass(120, name)
        tried.append(name)
        print(f"    {name}: the board, the same desk, {after[2]}", flush=True)
    agent.say("sysctl -q kernel.sysrq=16")
    bench.machine.keys("alt", "sysrq", "s")
    time.sleep(2)
    arrived = agent.say("sysctl -q kernel.sysrq=0; dmesg | grep -c 'sysrq: Emergency Sync' || true").strip()
    check(arrived != "0", "Alt-SysRq does not reach the kernel even where it may: that it does nothing proves nothing")
    opened = agent.say("ps -eo tty,comm | grep -E 'tty[0-9]' | grep -v Xorg || true").strip()
    check("agetty" not in opened and "login" not in opened, f"a console waits for a login: {opened}")
    bench.note("Ways out that were tried", f"{len(tried)}, none leads out: " + ", ".join(tried))


def numbers(bench):
    """A desk that does not start at all: after twelve times the console shows the phone numbers."""
    agent, version = bench.agent, pack_in_use(bench)
    go_home(bench)
    agent.say("""
        for time in $(seq 400); do
            [ "$(systemctl is-active deskcards-numbers)" = active ] && exit 0
            pid=$(systemctl show --property MainPID --value deskcards-desk)
            [ $pid = 0 ] || kill -KILL $pid
            sleep 0.3
        done
        exit 1
    """, patience=600)
    until = time.monotonic() + 60
    while number_of(version) not in (page := agent.say("cat /dev/vcs7")) and time.monotonic() < until:
        time.sleep(1)
    check(number_of(version) in page, f"the console does not show the numbers: {page}")
    bench.machine.save_picture(bench.results / "numbers.png")
    for keys in (("ctrl", "c"), ("ctrl", "backslash"), ("alt", "f1"), ("ctrl", "alt", "f2"), ("alt", "right")):
        bench.machine.keys(*keys)
    time.sleep(2)
    now = agent.say("systemctl is-active deskcards-numbers; cat /sys/class/tty/tty0/active; true").split()
    check(now == ["active", "tty7"], f"keys lead away from the numbers: {now}")
    agent.say("systemctl stop deskcards-numbers")  # as it does by itself after ten minutes
    bench.board_on_glass(400)
    check(pack_in_use(bench) == version, "another pack is in use")
    bench.note("A desk that does not start", "after twelve times the console shows the phone numbers; when that page "
               "ends, the desk is tried again and comes")


def by_hand(bench, times=3):
    """From `systemctl start` to the board, display and desk."""
    agent, took, own = bench.agent, [], []
    go_home(bench)
    for _ in range(times):
        agent.say("systemctl stop deskcards-desk deskcards-x")
        time.sleep(5)
        check(bench.machine.picture().difference(bench.board) > 0.02, "a stopped desk is still on the glass")
        start = time.monotonic()
        agent.say("systemctl start --no-block deskcards-desk")
        bench.board_on_glass(400)
        took.append(time.monotonic() - start)
        agent.wait_for_screen("board")
        began, ready = (int(agent.say(f"systemctl show --property {name} --value {unit}")) for name, unit in (
            ("InactiveExitTimestampMonotonic", "deskcards-x"), ("ActiveEnterTimestampMonotonic", "deskcards-desk")))
        own.append((ready - began) / 1e6)
    bench.note("From `systemctl start` to the board", ", ".join(f"{it:.0f} s" for it in took)
               + "; by the machine's own clock, to the first picture: " + ", ".join(f"{it:.1f} s" for it in own))


def upgraded(bench):
    """The package is installed over itself while the desk runs."""
    agent, version = bench.agent, pack_in_use(bench)
    go_home(bench)
    boot, pid = boot_id(bench), desk_pid(bench)
    said = agent.say("DEBIAN_FRONTEND=noninteractive dpkg --install /root/deskcards.deb 2>&1", patience=600)
    check("rror" not in said, f"dpkg said: {said}")
    check(desk_pid(bench) != pid, "the desk goes on with the program of before")
    bench.board_on_glass(400)
    check((boot_id(bench), pack_in_use(bench)) == (boot, version), "another pack is in use")
    bench.note("Upgraded while it runs", f"a new desk, with the cards of version {version}")


def usb_locked(bench):
    """What is plugged in stays, sticks work, and a keyboard or mouse that comes later does not."""
    agent = bench.agent
    go_home(bench)
    keyboard = bench.machine.plug_input("usb-kbd", 7)
    time.sleep(5)

    def enable(answer):
        """As somebody in a terminal, who types the answer."""
        return agent.run(f"(sleep 15; echo {answer}; sleep 15) | script -qec 'deskcards-usb-lockdown enable' /dev/null",
                         300)

    refused = enable("no")
    check(refused and refused[0] != 0 and "all is as it was" in refused[1], f"without a yes it said: {refused}")
    enabled = enable("yes")
    check(enabled and enabled[0] == 0, f"with a yes it said: {enabled}")

    def inputs():
        return int(agent.say("ls /sys/bus/usb/drivers/usbhid | grep -c : || true"))

    check(inputs() == 1, "the keyboard that was there is turned away")
    mouse = bench.machine.plug_input("usb-mouse", 8)
    time.sleep(10)
    check(inputs() == 1, "a mouse that came later works")
    bench.machine.pull(keyboard)
    time.sleep(5)
    keyboard = bench.machine.plug_input("usb-kbd", 7)
    time.sleep(10)
    check(inputs() == 1, "the same keyboard at its own port no longer works")
    version = next_version(bench)
    take_up(bench, vfat_stick(bench.packs.make(version), bench.file("locked.vfat")), version,
            "A signed stick, with the lockdown on")
    agent.say("deskcards-usb-lockdown disable", 120)
    bench.machine.pull(mouse)
    time.sleep(5)
    mouse = bench.machine.plug_input("usb-mouse", 8)
    time.sleep(10)
    check(inputs() == 2, "after disable a mouse does not work")
    bench.machine.pull(mouse)
    bench.machine.pull(keyboard)
    bench.note("USB lockdown", "the keyboard that was there works, also when it is plugged in again; a mouse that "
               "comes later does not; a stick does; after `disable` the mouse works")


def dark(bench):
    """Outside the opening hours the display is off, and a finger brings it back."""
    agent = bench.agent
    lights = "cat /sys/class/drm/card*-*/dpms | sort -u"
    check(agent.say(lights).strip() == "On", "the display is not on to begin with")
    today, now = agent.say("date '+%a %H'").split()
    closed = f"{today} {(int(now) + 12) % 24}:00-{(int(now) + 12) % 24}:30"
    agent.say("cp -p /etc/deskcards/deskcards.yaml /root && "
              f"echo 'opening-hours: {closed}' >>/etc/deskcards/deskcards.yaml && "
              "systemctl restart deskcards-desk", 120)
    bench.board_on_glass(400)
    start = time.monotonic()
    while agent.say(lights).strip() != "Off":
        check(time.monotonic() - start < 1500, "the display does not go dark")
        time.sleep(10)
    took = time.monotonic() - start
    time.sleep(30)
    check(agent.say("systemctl show --property NRestarts --value deskcards-desk").strip() == "0",
          "the watchdog ends a desk whose display is off")
    agent.touch("tap 5000 5000")
    until = time.monotonic() + 60
    while agent.say(lights).strip() != "On":
        check(time.monotonic() < until, "a finger does not bring the display back")
    bench.board_on_glass(120)
    agent.say("mv /root/deskcards.yaml /etc/deskcards/ && systemctl restart deskcards-desk", 120)
    bench.board_on_glass(400)
    bench.note("Outside the opening hours", f"the display is off {took / 60:.0f} minutes after the last touch; "
               "a finger brings the board back, and opens no card")


def disabled(bench):
    """`disable` leaves a plain machine; `enable --now` makes a kiosk of it again."""
    agent = bench.agent
    version = pack_in_use(bench)
    agent.say("deskcards-kiosk disable", 120)
    traces = agent.say("find /etc -lname '*deskcards*'; "
                       "find /etc/systemd -lname /dev/null | grep -vE 'e2scrub|usbguard' || true; "
                       "ls /etc/deskcards/kiosk 2>/dev/null || true").strip()
    check(not traces, f"after disable there is still: {traces}")
    disk = bench.switch_off()
    bench.restart(disk)
    agent = bench.agent
    said = agent.say("systemctl is-active deskcards-desk deskcards-x getty@tty1; sysctl -n kernel.sysrq; true").split()
    check(said[:3] == ["inactive", "inactive", "active"] and said[3] != "0", f"after disable and a start: {said}")
    agent.say("deskcards-kiosk enable --now", 300)
    bench.board_on_glass(400)
    check(pack_in_use(bench) == version, "another pack is in use")
    bench.note("`deskcards-kiosk disable`", "nothing of it is left in /etc; the machine starts with its consoles and "
               "without a desk; `enable --now` brings the desk back with its cards")


def crash_loop(bench):
    """A pack under which the desk falls over twice as it starts gives way to the one before."""
    agent, before, version = bench.agent, version_in_use(bench), next_version(bench)
    take_up(bench, vfat_stick(bench.packs.make(version), bench.file("crash.vfat")), version,
            "The pack under which the desk will fall over")
    # Each desk is killed as soon as it has noted that it starts.
    agent.say("""
        noted() { stat -c %y /var/lib/deskcards/starts 2>/dev/null; }
        for time in 1 2 3; do
            was=$(noted)
            kill -KILL $(systemctl show --property MainPID --value deskcards-desk)
            [ $time = 3 ] && break
            for i in $(seq 600); do [ "$(noted)" = "$was" ] || break; sleep 0.05; done
        done
    """, patience=120)
    glass = agent.wait_for("the pack before", shows_version(before))
    words = next((it["label"] for it in glass.said["targets"] if "failed to start" in it["label"]), "")
    check(words, f"the board says nothing of it: {glass}")
    bench.machine.save_picture(bench.results / "put-aside.png")
    bench.note("A pack under which the desk fails to start", f"version {before} is back; the board says: "
               f"\"{words}\"")


# Power

def settle(bench):
    """A running desk that takes signed cards by itself, in the memory of a frozen machine."""
    bench.agent.say("cd /etc/deskcards && sed -i '/^#* *signed-goes-in/d' deskcards.yaml && "
                    "echo 'signed-goes-in: on' >>deskcards.yaml && systemctl restart deskcards-desk",
                    patience=120)
    bench.board_on_glass(400)
    go_home(bench)
    time.sleep(15)
    bench.agent.say("sync")


def power_cuts(bench):
    old, new = version_in_use(bench), next_version(bench)
    settle(bench)
    stick = vfat_stick(bench.packs.make(new), bench.file("cut.vfat"))
    bench.freeze()
    took, writes = whole_import(bench, stick, new)
    print(f"    an import that nothing disturbs: {took:.1f} s, {writes} writes and flushes", flush=True)
    found = []
    for number in range(bench.cuts):
        found.append(one_cut(bench, number, stick, took, writes, old, new))
        print(f"    {found[-1]}", flush=True)
    bench.table("Power cuts", ["cut", "at", "not yet flushed", "lost", "found", "start"], found)
    versions = [it[4] for it in found]
    bench.note("Power cuts", f"{len(found)} of {len(found)} leave a whole pack: {versions.count(f'version {old}')} the "
               f"old one, {versions.count(f'version {new}')} the new one; no file system was damaged")


def whole_import(bench, stick, version):
    """How long it takes undisturbed, from the plug to the words that it is in use, and how many writes."""
    bench.thaw()
    log = bench.log()
    start, first = time.monotonic(), log.more()
    bench.machine.plug(stick)
    bench.agent.wait_for("the new pack", lambda it: number_of(version) in str(it.find("contacts")) or
                         it.says(f"Version {version} is in use"))
    took = time.monotonic() - start
    time.sleep(3)
    writes = log.more() - first
    log.close()
    bench.machine.cut()
    return took, writes


def one_cut(bench, number, stick, took, writes, old, new):
    """Two of three at a write or flush, evenly; an import writes most while it puts the pack into use. The others at
    a moment, evenly, and a little beyond."""
    way = list(bench.ways)[number // 3 % 3]
    bench.thaw()
    log = bench.log()
    start, first = time.monotonic(), log.more()
    bench.machine.plug(stick)
    if number % 3:
        share = (number + 0.5) / bench.cuts
        at = int(share * (writes + 2)) + 1
        until = time.monotonic() + 3 * took + 30
        while log.more() - first < at and time.monotonic() < until:
            time.sleep(0.001)
        moment = f"write {log.more() - first} of {writes}"
    else:
        share = 1.15 * number / bench.cuts
        time.sleep(max(0, start + share * took - time.monotonic()))
        moment = f"{time.monotonic() - start:.1f} s of {took:.1f} s"
    bench.machine.cut()
    log.close()
    unsafe, lost = bench.after_cut(way, seed=number)
    seconds = bench.start_to_board(bench.file("cut.qcow2"))
    return (str(number + 1), moment, str(unsafe), f"{way}, {lost}", whole(bench, old, new), f"{seconds:.0f} s")


def whole(bench, old, new):
    """What pack is in use, once it is known to be whole and the desk and the disk to be well."""
    agent = bench.agent
    version = pack_in_use(bench)
    check(version in (old, new), f"neither the old pack nor the new is in use: {version}")
    agent.wait_for("its board", shows_version(version))
    agent.say("cd /var/lib/deskcards/packs && for pack in */; do "
              "(cd $pack && sha256sum --check --quiet SUMS) || exit 1; done")
    restarts = agent.say("systemctl show --property NRestarts --value deskcards-desk").strip()
    check(restarts == "0", f"the desk needed {restarts} more starts")
    hurt = agent.say("dmesg | grep -iE 'EXT4-fs.*(error|warning)|I/O error' || true").strip()
    check(not hurt, f"the file system is hurt: {hurt}")
    return f"version {version}"
