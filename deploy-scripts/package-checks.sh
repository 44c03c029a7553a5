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
    [[ -z $found && ! -e $state && ! -e /var/spool/deskcards ]] || {
        echo "$found"
        return 1
    }
    ! getent passwd deskcards deskcards-stick
}

# with_desk COMMAND…: runs it beside a desk, which ends before this does.
with_desk() {
    local desk end=0 tries=0
    deskcards --window 800x480 &
    desk=$!
    until deskcards describe >/dev/null 2>&1; do
        ((++tries < 120)) && kill -0 "$desk" || return 1
        sleep 0.5
    done
    "$@" || end=1
    kill "$desk"
    wait "$desk" || end=1
    return "$end"
}

shows() {
    deskcards describe --json | tee /dev/stderr | grep -qE "\"screen\": ?\"$1\""
}

desk_opens() {
    with_desk shows board
}

# Somebody's pack, from the starter pack.
# make_pack FOLDER VERSION
make_pack() {
    rm -rf "$1" && deskcards new --starter "$1" && sed -i -E "s/^version:.*/version: $2/" "$1/pack.yaml" &&
        sed -i -E 's/^id:.*/id: main-street/; s/^name:.*/name: Main Street/' "$1/pack.yaml" && cat "$1/pack.yaml" &&
        deskcards seal "$1" --key /root/key.sec </dev/null
}

# What people make on a desk: settings, a key, a PIN, a pack that the key has signed, and counts.
make_settings() {
    printf '\n# ours\nidle-minutes: 7\ncolors: dark\n' >>"$config/deskcards.yaml"
}

make_key() {
    mkdir -p "$config/keys" && minisign -G -W -f -p "$config/keys/library.pub" -s /root/key.sec
}

make_state() {
    mkdir -p "$state" /var/spool/deskcards /var/cache/deskcards && echo x >/var/cache/deskcards/x
}

set_pin() {
    printf '583920\n583920\n' | deskcards pin && [[ -s $state/pin ]]
}

# install_pack VERSION: without the PIN, so the key is what lets it in.
install_pack() {
    make_pack /root/pack "$1" && deskcards install /root/pack </dev/null && pack_in_use "$1"
}

pack_in_use() {
    deskcards packs | grep -E "^$1"$'\t'".*in use"
}

use_cards() {
    deskcards show fight && shows card && deskcards show overdose && deskcards show home
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
    printf '583920\n729163\n729163\n' | deskcards pin
}

looks_at_dark_board() {
    shows board && deskcards describe | head -n 5
}

desk_goes_on() {
    with_desk looks_at_dark_board && pack_in_use "$1"
}

make_users() {
    useradd --system deskcards && useradd --system deskcards-stick
}

# What there is of the desk's on this machine, besides what these checks have brought.
traces() {
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /root -o -path /srv -o -path /var/lib/dpkg \
        -o -path /var/log \) -prune -o -iname '*deskcards*' -print -o \( -path "$config/*" -o -path "$state/*" \) -print
}

only_config_and_state_left() {
    local left
    left=$(traces | grep -vE '^(/etc|/var/lib|/var/spool|/var/cache)/deskcards(/|$)' || true)
    echo "left: $left"
    traces
    [[ -z $left ]] && same_as kept
}

nothing_left() {
    traces
    [[ -z $(traces) ]] && ! getent passwd deskcards deskcards-stick && ! getent group deskcards deskcards-stick
}
