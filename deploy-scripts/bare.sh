# shellcheck shell=bash
# Bare Debian systems in folders, to change root into. Sourced after lib.sh, never run; needs root.

# Where they are kept and used.
bare_home=${DESKCARDS_REHEARSE:-/var/tmp/deskcards-rehearse}

# Folders of this machine that `inside` shows in the system, each as FROM:TO.
shared_folders=()

check_bare_tools() {
    ((EUID == 0)) || fail 'this makes a system to change root into: run it as root'
    command -v debootstrap >/dev/null || fail 'the package debootstrap is needed'
    command -v git >/dev/null || fail 'the package git is needed'
}

# The mirror that this machine takes its own Debian from; it has the other suites beside it.
mirror() {
    # shellcheck disable=SC2016 # apt's own variables
    apt-get indextargets --format '$(CREATED_BY)|$(ORIGIN)|$(LABEL)|$(REPO_URI)' |
        awk -F '|' '$1 == "Packages" && $2 == "Debian" && $3 == "Debian" && $4 ~ /^https?:/ {
            print $4
            exit
        }'
}

make_bare_system() {
    local suite=$1 made=$bare_home/$1.new from
    from=$(mirror)
    [[ -n $from ]] || {
        say 'No Debian mirror among the apt sources (or no apt-get update was ever run here).'
        return 1
    }
    rm -rf --one-file-system "$made" && mkdir -p "$bare_home" &&
        debootstrap --variant=minbase --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
            "$suite" "$made" "$from" &&
        rm -rf "$made"/var/cache/apt/archives/*.deb "$made"/var/lib/apt/lists/* &&
        tar -C "$made" -cf "$bare_home/$suite.tar.new" . &&
        mv "$bare_home/$suite.tar.new" "$bare_home/$suite.tar" && rm -rf --one-file-system "$made"
}

# need_bare_system LOG SUITE: makes it if there is none yet.
need_bare_system() {
    [[ -e $bare_home/$2.tar ]] || step "$1" "Making a bare $2" make_bare_system "$2"
}

network_conf() {
    apt-config dump | grep -E '^Acquire::(https?::|Check-)' || true
}

# lay_out_system SUITE FOLDER: a bare one in that folder. How this machine finds its mirror is no part
# of what is tried there, so the new one is told: names, proxies, and whether the clock can be trusted.
lay_out_system() {
    rm -rf --one-file-system "$2" && mkdir -p "$2" && tar -C "$2" -xf "$bare_home/$1.tar" &&
        cp /etc/hosts /etc/resolv.conf "$2/etc/" &&
        network_conf >"$2/etc/apt/apt.conf.d/90network"
}

# inside SYSTEM FOLDER COMMAND: in a mount and process namespace of its own, so that nothing stays
# mounted and nothing keeps running, however it ends.
inside() {
    # shellcheck disable=SC2016 # for the inner shells
    unshare --mount --pid --fork --kill-child bash -ec '
        mount -t proc proc "$1/proc"
        mount --rbind /dev "$1/dev"
        for shared in "${@:4}"; do
            mkdir -p "$1${shared#*:}"
            mount --bind "${shared%%:*}" "$1${shared#*:}"
        done
        exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb \
            chroot "$1" bash -c "cd $2 && $3"
    ' inside "$1" "$2" "$3" "${shared_folders[@]}"
}
