# shellcheck shell=bash
# What package-test does in the clean system. Sourced there, never run.

packages=/srv/packages
config=/etc/deskcards
state=/var/lib/deskcards
export DISPLAY=:99

quiet_apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Options::=--force-confold "$@"
}

# as_desk COMMAND…: as the user that a kiosk's desk has. Root would leave fontconfig's cache behind.
as_desk() {
    setpriv --reuid deskcards --regid deskcards --clear-groups env HOME="$state" "$@"
}

# What the checks themselves need.
prepare() {
    quiet_apt update && quiet_apt install --no-install-recommends man-db minisign
}

install_package() {
    quiet_apt install --no-install-recommends "$packages/$1"/deskcards_*.deb
}

# All that the package recommends is in the suite, and can be installed with it.
recommended_exist() {
    local wanted name
    wanted=$(dpkg-deb --field "$packages"/new/deskcards_*.deb Recommends Suggests |
        sed -E 's/^[A-Z][a-z]+: //; s/,/ /g; s/\([^)]*\)//g')
    quiet_apt install --dry-run --install-recommends --install-suggests -o APT::Install-Suggests=false \
        "$packages"/new/deskcards_*.deb >/tmp/simulated || return 1
    for name in $wanted; do
        apt-cache show --no-all-versions "$name" >/dev/null || return 1
        echo "$name: $(grep -c "^Inst $name " /tmp/simulated) to be installed"
    done
}

# says_version VERSION
says_version() {
    [[ $(deskcards --version) == "$1" ]]
}

starter_pack_is_fine() {
    deskcards check /usr/share/deskcards/content
}

manual_pages_open() {
    local page
    for page in deskcards.1 deskcards.yaml.5; do
        man "${page##*.}" "${page%.*}" | grep -q DESCRIPTION || return 1
    done
    [[ ! -e /usr/sbin/deskcards-kiosk ]] || man 8 deskcards-kiosk | grep -q DESCRIPTION
}

completion_works() {
    # shellcheck source=../assets/installed/deskcards.bash-completion
    source /usr/share/bash-completion/completions/deskcards
    COMP_WORDS=(deskcards rollb)
    COMP_CWORD=1
    _deskcards
    [[ ${COMPREPLY[*]} == rollback ]] || return 1
    COMP_WORDS=(deskcards check /usr/share/desk)
    COMP_CWORD=2
    _deskcards
    [[ ${COMPREPLY[*]} == /usr/share/deskcards ]]
}

nothing_enabled() {
    local found
    found=$(find /etc/systemd /var/lib/systemd -name '*deskcards*')
    [[ -z $found && ! -e $state && ! -e /var/spool/deskcards && ! -e /var/spool/deskcards-out ]] || {
        echo "$found"
        return 1
    }
    ! getent passwd deskcards deskcards-stick
}

# with_desk COMMAND…: runs it beside a desk, which ends before this does.
with_desk() {
    local desk end=0 tries=0
    as_desk deskcards --window 800x480 &
    desk=$!
    until as_desk deskcards describe >/dev/null 2>&1; do
        ((++tries < 120)) && kill -0 "$desk" || return 1
        sleep 0.5
    done
    "$@" || end=1
    kill "$desk"
    wait "$desk" || (($? == 128 + 15)) || end=1
    return "$end"
}

shows() {
    as_desk deskcards describe --json >/tmp/described && grep -E "\"screen\": ?\"$1\"" /tmp/described
}

desk_opens() {
    with_desk shows board
}

# make_pack VERSION: a library's pack, signed.
make_pack() {
    rm -rf /tmp/pack && cp -r /usr/share/deskcards/content /tmp/pack &&
        sed -i -E "s/^id: .*/id: main-street/; s/^name: .*/name: Main Street/; s/^version: .*/version: $1/" \
            /tmp/pack/pack.yaml &&
        deskcards seal /tmp/pack --key /root/key.sec </dev/null
}

# What people make on a desk: settings, a key, a PIN, a pack that the key has signed, and counts.
make_settings() {
    printf '\n# ours\nidle-minutes: 7\ncolors: dark\n' >>"$config/deskcards.yaml"
}

make_key() {
    mkdir -p "$config/keys" && minisign -G -W -f -p "$config/keys/library.pub" -s /root/key.sec
}

# As deskcards-kiosk makes them.
make_users_and_folders() {
    useradd --system --home-dir "$state" deskcards && useradd --system deskcards-stick &&
        install -d -o deskcards -g deskcards "$state" /var/cache/deskcards &&
        install -d -o deskcards-stick -g deskcards-stick /var/spool/deskcards &&
        install -d -o deskcards -g deskcards /var/spool/deskcards-out
}

set_pin() {
    printf '583920\n583920\n' | as_desk deskcards pin && [[ -s $state/pin ]]
}

# install_pack VERSION: without the PIN, so the key is what lets it in.
install_pack() {
    make_pack "$1" && as_desk deskcards install /tmp/pack </dev/null && pack_in_use "$1"
}

pack_in_use() {
    as_desk deskcards packs | grep -E "^$1"$'\t'".*in use"
}

use_cards() {
    as_desk deskcards show fight && shows card && as_desk deskcards show overdose &&
        as_desk deskcards show home
}

make_counts() {
    with_desk use_cards && [[ -s $state/tally.db ]] && ls -lR "$state"
}

# remember NAME: what each file of the desk's has in it, who owns it and who may read it.
remember() {
    find "$config" "$state" ! -name '*.dpkg-*' -printf '%y %M %u %g %p\n' | sort >"/root/$1.files" &&
        find "$config" "$state" -type f ! -name '*.dpkg-*' -print0 | sort -z | xargs -0 sha256sum >"/root/$1.sums"
}

same_as() {
    remember now && diff "/root/$1.files" /root/now.files && diff "/root/$1.sums" /root/now.sums &&
        wc -l "/root/$1.sums"
}

pin_still_opens() {
    printf '583920\n729163\n729163\n' | as_desk deskcards pin
}

desk_goes_on() {
    with_desk shows board && pack_in_use "$1"
}

# Removing it disables an enabled kiosk first. Without a running systemd no kiosk can be enabled, so what is
# called instead only notes with what.
remove_package() {
    printf '#!/bin/sh\necho "$*" >/root/kiosk-was-told\nrm %s/kiosk\n' "$config" >/usr/sbin/deskcards-kiosk &&
        chmod +x /usr/sbin/deskcards-kiosk && touch "$config/kiosk" &&
        quiet_apt remove deskcards && rm -f /usr/sbin/deskcards-kiosk &&
        [[ $(cat /root/kiosk-was-told) == disable ]]
}

# What there is of the desk's on this machine, besides what these checks have brought, and the pages that
# man has formatted for them.
traces() {
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /root -o -path /srv -o -path /var/lib/dpkg \
        -o -path /var/log -o -path /var/cache/man \) -prune -o -iname '*deskcards*' -print -o \( -path "$config/*" -o -path "$state/*" \) -print
}

only_config_and_state_left() {
    local left
    left=$(traces | grep -vE '^(/etc|/var/lib|/var/spool|/var/cache)/deskcards(-out)?(/|$)' || true)
    echo "left: $left"
    traces
    [[ -z $left ]] && same_as kept
}

nothing_left() {
    traces
    [[ -z $(traces) ]] && ! getent passwd deskcards deskcards-stick && ! getent group deskcards deskcards-stick
}
