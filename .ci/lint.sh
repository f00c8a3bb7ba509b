# SPDX-License-Identifier: Apache-2.0
#
# Part of ./dev: the four pieces of lint. Each takes the options of `./dev lint` and minds its own. All need a built build/dev:
# the compile commands, the includes that the compiler saw, and the QML modules come from there.

git_here() { git -c safe.directory="$root" -C "$root" "$@"; }

cpp_files() { # those of the project, committed or not, that exist
    git_here ls-files -co --exclude-standard -- '*.h' '*.cpp' | while read -r file; do
        if [[ -e $root/$file ]]; then printf '%s\n' "$root/$file"; fi
    done
}

lint_format() { # [--fix]
    local how=(--dry-run -Werror)
    if [[ ${1:-} == --fix ]]; then how=(-i); fi
    cpp_files | xargs -r -d '\n' -P "$(nproc)" -n 20 clang-format "${how[@]}"
}

# clang-tidy for what changed since the commit before the last one (--all: for everything). A file that passed is not looked at again
# until it, a header of ours that it includes, its flags or the rules change; the marks are kept in build/lint.
lint_tidy() { # [--all]
    local marks=$root/build/lint dependencies=$root/build/lint/dependencies source
    mkdir -p "$marks"
    our_dependencies >"$dependencies"
    commands_for_clang
    if [[ ${1:-} == --all ]] || ! git_here rev-parse -q --verify HEAD~1 >/dev/null; then
        cut -f1 "$dependencies" | sort -u
    else
        changed_sources "$dependencies"
    fi | while read -r source; do
        printf '%s\n%s\n' "$source" "$marks/$(fingerprint "$source" "$dependencies")"
    done | xargs -r -d '\n' -P "$(nproc)" -n 2 bash -c '
        [[ ! -e $2 ]] || exit 0
        if findings=$(clang-tidy --quiet --header-filter="^${0%/build/lint}/(shared|syncserver|mobile|bench|tests)/" -p "$0" "$1" 2>&1); then touch "$2"; exit; fi
        grep -vE "^[0-9]+ warnings|^Suppressed|^Use -(header-filter|system)" <<<"$findings"
        exit 1' "$marks"
}

# GCC's precompiled headers mean nothing to clang: it gets their text, under a name beside which there is none precompiled.
commands_for_clang() {
    find "$root/build/dev" -name cmake_pch.hxx -execdir cp -u cmake_pch.hxx cmake_pch_text.hxx ';'
    sed 's/cmake_pch\.hxx/cmake_pch_text.hxx/g' "$root/build/dev/compile_commands.json" >"$root/build/lint/compile_commands.json"
}

our_dependencies() { # SOURCE<tab>FILE for each file of ours that a source of ours includes, itself among them
    ninja -C "$root/build/dev" -t deps | awk -v ours="$root/" -v built="$root/build/" '
        /^[^ ]/ { source = ""; next }
        { path = substr($0, 5); sub(/^\.\.\/\.\.\//, ours, path) }  # a compiler cache may have made it relative to build/dev
        path == "" || index(path, ours) != 1 || index(path, built) == 1 { if (source == "") source = "-"; next }
        source == "" { source = path }
        source != "-" { print source "\t" path }'
}

changed_sources() { # DEPENDENCIES -> each changed source, and for each changed header one source that includes it, its own if it has one
    { git_here diff --name-only HEAD~1; git_here ls-files -o --exclude-standard; } | sed "s|^|$root/|" | awk -F '\t' '
        function stem(path) { sub(/\.[^.\/]*$/, "", path); return path }
        NR == FNR { changed[$0]; next }
        !($2 in changed) { next }
        $1 == $2 { chosen[$1]; next }
        !($2 in reader) || stem($1) == stem($2) { reader[$2] = $1 }
        END { for (header in reader) chosen[reader[header]]; for (source in chosen) print source }' - "$1"
}

fingerprint() { # SOURCE DEPENDENCIES
    {
        grep -B1 -F "\"file\": \"$1\"" "$root/build/dev/compile_commands.json"
        awk -F '\t' -v source="$1" '$1 == source { print $2 }' "$2" | xargs -d '\n' cat "$root/.clang-tidy"
    } | sha256sum | cut -d ' ' -f 1
}

lint_qml() { # every QML file, by Qt's own target; nothing to do in a build without the app
    # Counted, not asked with -q: an early end of grep would fail the pipe and look like "no such target".
    if [[ $(ninja -C "$root/build/dev" -t targets all | grep -c '^all_qmllint:') != 0 ]]; then build dev all_qmllint; fi
}

lint_rules() { build dev tidy_test && "$root/build/dev/tests/tidy/tidy_test"; }
