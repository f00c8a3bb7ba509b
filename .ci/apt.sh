# SPDX-License-Identifier: Apache-2.0
#
# Part of ./dev: installs Debian packages, and only when some are missing. `need NAME[=MINIMUM]...` is the way in.
# Packages of the array `backports` come from the suite bookworm-backports, whose source is derived from the one that the machine
# already uses for bookworm, so that mirrors, proxies and keys stay the owner's choice. tests/tidy/dev_test tries the derivation on fixtures.

# Installs those of the given packages that are absent or too old.
need() {
    command -v dpkg-query >/dev/null || die "installs its packages on Debian 12 only; here, install the equivalents of: $*"
    local missing
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]})); then install_packages "${missing[@]}"; fi
}

missing_packages() { # NAME[=MINIMUM]... -> the names to install, one a line
    local -A installed=()
    local status name version package
    while read -r status name version; do
        if [[ $status == installed ]]; then installed[$name]=$version; fi
    done < <(dpkg-query -W -f '${db:Status-Status} ${Package} ${Version}\n' "${@%%=*}" 2>/dev/null)
    for package; do
        name=${package%%=*}
        version=${installed[$name]:-}
        if [[ -z $version ]]; then echo "$name"; continue; fi
        if [[ $package == *=* ]] && dpkg --compare-versions "$version" lt "${package#*=}"; then echo "$name"; fi
    done
}

install_packages() { # NAME...
    grep -q '^VERSION_CODENAME=bookworm$' /etc/os-release ||
        die "is made for Debian 12 (bookworm); on this system install by hand: $*"
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        die "these packages are missing: $*. Run ./dev setup once as root (there is no sudo here)."
    fi
    say "installing $# packages: $*"
    local from_backports=() ordinary=() name
    for name; do
        if [[ " ${backports[*]%%=*} " == *" $name "* ]]; then from_backports+=("$name"); else ordinary+=("$name"); fi
    done
    if ! apt_knows "$@"; then apt_update; fi
    if ((${#from_backports[@]})); then
        add_backports
        apt_install -t bookworm-backports "${from_backports[@]}"
    fi
    if ((${#ordinary[@]})); then apt_install "${ordinary[@]}"; fi
}

as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }
apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" >&2; }
apt_knows() { (($(apt-cache madison "$@" 2>/dev/null | awk '{print $1}' | sort -u | wc -l) == $#)); }

# One try more after a pause: a machine that has just started may be updating its lists itself.
apt_update() { apt_get update || { sleep 15; apt_get update; } || say "the package lists could not be read completely"; }

apt_install() { # [-t SUITE] NAME...; a second try with fresh lists, as old lists name files that are gone
    apt_get install -y --no-install-recommends "$@" && return
    apt_update
    apt_get install -y --no-install-recommends "$@" || die "could not install: $*. Is there a network, and do apt's sources work?"
}

# Makes the backports suite known to apt, by the machine's own source of bookworm, unless it is known already.
add_backports() {
    if apt-cache policy | grep -w 'n=bookworm-backports' >/dev/null; then return; fi
    if [[ -z $(apt_entries /etc/apt bookworm-backports) ]]; then
        local entry file
        entry=$(backports_entry /etc/apt)
        [[ -n $entry ]] || die "apt has no source of Debian's suite bookworm to take the backports from; add bookworm-backports to its sources"
        file=/etc/apt/sources.list.d/qiaomen-backports
        if [[ $entry == 'deb '* ]]; then file+=.list; else file+=.sources; fi
        say "adding $file"
        as_root tee "$file" <<<"$entry" >/dev/null
    fi
    apt_update
}

# The entry of apt's sources that serves Debian's bookworm, turned to bookworm-backports; all else (address, key, options) stays.
# Other publishers use that suite name too: Debian's entry has the component main and, if there are several, "debian" in its path.
backports_entry() { # APT_FOLDER
    apt_entries "$1" bookworm | awk -v RS='' '
        !/(^|[ \t])main([ \t\n]|$)/ { next }
        first == "" { first = $0 }
        best == "" && /\/debian(\/|[ \t\n])/ { best = $0 }
        END { if (best == "") best = first; if (best != "") print best }'
}

# The active entries of a suite in both forms that apt reads, with the suite turned to bookworm-backports, an empty line after each.
apt_entries() { # APT_FOLDER SUITE
    local lists=() deb822=() file
    for file in "$1"/sources.list "$1"/sources.list.d/*.list; do if [[ -r $file ]]; then lists+=("$file"); fi; done
    for file in "$1"/sources.list.d/*.sources; do if [[ -r $file ]]; then deb822+=("$file"); fi; done
    if ((${#lists[@]})); then
        sed -nE "s/[[:space:]]*#.*//
                 s/^[[:space:]]*deb[[:space:]]+((\[[^]]*\][[:space:]]+)?[^[:space:]]+)[[:space:]]+$2([[:space:]].*)\$/deb \1 bookworm-backports\3\n/p" "${lists[@]}"
    fi
    for file in "${deb822[@]}"; do # file by file: an entry never crosses from one into the next
        sed '/^#/d' "$file" | awk -v RS='' -v FS='\n' -v suite="$2" '
            tolower($0) ~ /(^|\n)enabled:[ \t]*(no|false)/ || tolower($0) !~ /(^|\n)types:([^\n]*[ \t])?deb([ \t\n]|$)/ { next }
            {
                serves = 0; text = ""
                for (i = 1; i <= NF; ++i) {
                    field = tolower($i)
                    if (field ~ /^suites:/) {
                        if ($i ~ "[: \t]" suite "([ \t]|$)") serves = 1
                        $i = "Suites: bookworm-backports"
                    } else if (field ~ /^types:/) $i = "Types: deb"
                    text = text $i "\n"
                }
                if (serves) print text
            }'
    done
}
