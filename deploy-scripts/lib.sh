# shellcheck shell=bash disable=SC2034 # what is set here is used where it is sourced
# What the scripts of this folder share. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
logs=$build/logs

# Cached objects are found again from another clone: paths count from the root, and debug
# information does not name the folder it was built in.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

# Where a preset leaves the program.
desk_binary() {
    printf '%s/%s/deskcards' "$build" "$1"
}

say() {
    printf '%s\n' "$*"
}

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# took SECONDS_AT_START: the time since, for people.
took() {
    local s=$((SECONDS - $1))
    if ((s < 60)); then
        printf '%d s' "$s"
    else
        printf '%d min %02d s' $((s / 60)) $((s % 60))
    fi
}

# step LOG "What happens" COMMAND…: one line on the screen, what the command says in the log, and on
# failure the end of that log. COMMAND runs where errexit is off, so a function given here has to
# chain its commands with &&.
step() {
    local log=$1 what=$2 start=$SECONDS
    shift 2
    mkdir -p "$(dirname "$log")"
    printf '%s… ' "$what"
    if "$@" >>"$log" 2>&1 </dev/null; then
        printf 'done (%s)\n' "$(took "$start")"
        return 0
    fi
    printf 'failed (%s)\n' "$(took "$start")"
    show_end_of "$log"
    return 1
}

show_end_of() {
    say "--- the end of $1"
    tail -n 60 "$1"
    say '---'
}

# configure PRESET [-D…]: Ninja runs CMake again by itself when a CMakeLists.txt changes; it does not
# know about the presets.
configure() {
    local preset=$1 made=$build/$1/build.ninja
    shift
    if [[ ! -e $made || $root/CMakePresets.json -nt $made ]]; then
        (cd "$root" && cmake --preset "$preset" "$@")
    fi
}

compile() {
    (cd "$root" && cmake --build --preset "$1")
}

# What a desk runs, alone: the tests stay out, as whoever only runs it has no test library.
configure_release() {
    configure release -DDESKCARDS_TESTS=OFF
}

build_release() {
    configure_release && compile release
}

build_preset() {
    configure "$1" && compile "$1"
}
