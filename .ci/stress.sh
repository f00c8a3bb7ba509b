# SPDX-License-Identifier: Apache-2.0
#
# The long campaigns of `./dev stress NAME`, one function each. Sourced by dev. Each prints what it finds and appends one line to
# docs/crash-sheet.md: date, commit, name, what was done, what failed.

crash_sheet() { # NAME RESULT
    local sheet=$root/docs/crash-sheet.md commit
    commit=$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)
    if [[ ! -e $sheet ]]; then
        printf '# What the long campaigns found\n\n| date | commit | campaign | result |\n|---|---|---|---|\n' >"$sheet"
    fi
    printf '| %s | %s | %s | %s |\n' "$(date -u +%F)" "$commit" "$1" "$2" >>"$sheet"
}

stress_simulation() { # [--minutes M] [--seeds N] [--first-seed K]: simulated worlds, seed after seed; 15 minutes if not told otherwise
    build release qiaomen-simulation
    local report status=0
    report=$(mktemp)
    at_exit rm -f "$report"
    if (($# == 0)); then set -- --minutes 15 --seeds 1000000000 --first-seed "$(date +%s)"; fi
    "$root/build/release/tests/simulation/qiaomen-simulation" "$@" | tee "$report" || status=$?
    crash_sheet simulation "$(tail -n 1 "$report")"
    return "$status"
}
