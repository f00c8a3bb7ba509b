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

# The same tests again and again, with more effort and another seed each time, until the time is over or three runs failed. What a
# failed run printed is kept and named.
repeat() { # NAME UNIT EFFORT VARIABLE [--minutes M] [--first-seed K] -- COMMAND...
    local name=$1 unit=$2 effort=$3 variable=$4 minutes=15 seed kept=$root/build/stress/$1
    seed=$(date +%s)
    shift 4
    while [[ $1 != -- ]]; do
        case $1 in
            --minutes) minutes=$2 ;;
            --first-seed) seed=$2 ;;
            *) die "stress $name knows --minutes and --first-seed; not $1" ;;
        esac
        shift 2
    done
    shift
    mkdir -p "$kept"
    local first=$seed runs=0 failed=() end=$((SECONDS + minutes * 60))
    while ((SECONDS < end && ${#failed[@]} < 3)); do
        if env QIAOMEN_SEED="$seed" "$variable=$effort" "$@" >"$kept/$seed.log" 2>&1; then
            rm "$kept/$seed.log"
        else
            failed+=("$seed")
            say "$name: seed $seed failed; see build/stress/$name/$seed.log"
        fi
        runs=$((runs + 1)) seed=$((seed + 1))
    done
    local result="$((runs * effort)) $unit in $runs runs, seeds from $first, ${#failed[@]} failed"
    if ((${#failed[@]})); then result+=": ${failed[*]}"; fi
    say "$name: $result"
    crash_sheet "$name" "$result"
    ((${#failed[@]} == 0))
}

stress_powercut() { # the power goes thousands of times on one recording of a day's work, on phone and centre
    build release disk_test
    repeat powercut "power cuts on each of phone and centre" 20000 QIAOMEN_POWER_CUTS "$@" -- \
        "$root/build/release/tests/disk/disk_test" '[power]'
}

stress_kill() { # phone and centre are killed with -9, whatever they do
    build release client_test syncserver_test
    repeat kill-phone "kills of a saving phone" 1000 QIAOMEN_KILLS "$@" -- \
        "$root/build/release/tests/client/client_test" '[durability]' &&
        repeat kill-centre "kills of a centre that is pushed to" 200 QIAOMEN_KILLS "$@" -- \
            "$root/build/release/tests/syncserver/syncserver_test" '[kill]'
}

stress_netcut() { # the link is cut after every byte of question and answer
    build release network_test
    repeat netcut "batches, cut at every byte" 5 QIAOMEN_CUT_BATCHES "$@" -- \
        "$root/build/release/tests/network/network_test" '[cut]'
}

stress_tamper() { # batches are altered on their way, or brought to another grid: none may be taken
    build release syncserver_test
    repeat tamper "crossed or tampered batches" 200000 QIAOMEN_TAMPERS "$@" -- \
        "$root/build/release/tests/syncserver/syncserver_test" '[tamper]'
}

stress_versions() { # the power goes at a thousand moments of every upgrade of what earlier versions left on a disk
    build release versions_test
    repeat versions "power cuts in upgrades of each earlier version" 1000 QIAOMEN_MIGRATION_CUTS "$@" -- \
        "$root/build/release/tests/versions/versions_test"
}

stress_commits() { # eight writers and four readers in two servers on one grid, on each engine
    build release postgres_test
    repeat commits "commits by 8 writers with 4 readers, on each engine" 20000 QIAOMEN_COMMITS "$@" -- \
        "$root/build/release/tests/syncserver/postgres/postgres_test" '[crowd]'
}

stress_pg-kill() { # one of two servers on one database is killed with -9, and the database's own processes are, while phones sync
    build release postgres_test
    repeat pg-kill "kills of servers, and of the database under them" 60 QIAOMEN_KILLS "$@" -- \
        "$root/build/release/tests/syncserver/postgres/postgres_test" '[postgres][kill]'
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

stress_mutants() { # [WORDS]: plants the bugs of tests/mutants/mutants.sh, or those with these words, one by one; a test has to catch each
    local wanted=${1:-}
    need_to_build
    source "$root/tests/mutants/mutants.sh"
    local tree=$root/build/mutants caught=0 missed=()
    mkdir -p "$tree"
    (cd "$root" && git_here ls-files -z | xargs -0 cp --parents -u -t "$tree")
    (cd "$tree" && cmake --preset dev -DQIAOMEN_APP=OFF) >&2
    local test
    for test in "${mutant_tests[@]}"; do build_mutant "$test" || die "the tree does not build even without a planted bug"; done
    mutants
    local result="$caught of $((caught + ${#missed[@]})) planted bugs caught"
    say "mutants: $result"
    [[ -n $wanted ]] || crash_sheet mutants "$result"
    if ((${#missed[@]})); then printf 'not caught: %s\n' "${missed[@]}"; return 1; fi
}

mutant_tests=(core_test sqlite_test syncserver_test client_test scope_test simulation_test)
build_mutant() { cmake --build "$tree/build/dev" --target "$1" >"$tree/build.log" 2>&1; } # TEST

mutant() { # NAME FILE FROM TO
    local name=$1 file=$2 text by
    [[ $name == *"$wanted"* ]] || return 0
    text=$(cat "$root/$file"; echo .)
    if [[ $text != *"$3"* ]]; then missed+=("$name (its line is not in $file any more)"); return; fi
    printf '%s' "${text/"$3"/"$4"}" | head -c -1 >"$tree/$file"
    by=$(caught_by)
    cp "$root/$file" "$tree/$file"
    if [[ -n $by ]]; then
        caught=$((caught + 1))
        printf 'caught by %-16s %s\n' "$by" "$name"
    else
        missed+=("$name")
        printf 'NOT CAUGHT                 %s\n' "$name"
    fi
}

caught_by() { # -> the first test program that fails; one that never ends has failed, too
    local test program
    for test in "${mutant_tests[@]}"; do
        build_mutant "$test" || { say "the compiler does not take it: $(grep -m 1 'error' "$tree/build.log")"; return; }
        program=$(find "$tree/build/dev/tests" -name "$test" -type f)
        QIAOMEN_KILLS=3 QIAOMEN_SIMULATION_SEEDS=60 timeout 300 "$program" '~[slow]' >"$tree/test.log" 2>&1 || { echo "$test"; return; }
    done
}
