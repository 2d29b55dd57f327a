#!/bin/sh
# Prepares .venv and what the system must have. Usage: requirements/install.sh run|test
# Checks each thing by what is needed, installs only what is missing, says in one line what it may not.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:?run or test}

python=
for candidate in python3.11 python3 python3.12 python3.13; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done

missing=
need() { # need PACKAGE COMMAND...: adds the package unless the command succeeds
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
library() { "$python" -c "import ctypes, sys; ctypes.CDLL(sys.argv[1])" "$1"; }

if [ -z "$python" ]; then
    python=python3
    missing=" python3"
fi
[ -x .venv/bin/python ] || need python3-venv "$python" -c "import ensurepip, venv"
need libpango-1.0-0 library libpango-1.0.so.0
need libpangoft2-1.0-0 library libpangoft2-1.0.so.0
need libharfbuzz-subset0 library libharfbuzz-subset.so.0
need fonts-inter test -e /usr/share/fonts/opentype/inter/Inter-Regular.otf
need fonts-dejavu-core test -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
if [ "$purpose" = test ]; then
    need chromium command -v chromium
    need poppler-utils command -v pdftotext
fi
if [ -n "$missing" ]; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    if ! command -v apt-get >/dev/null || ! ${as_root:-env} true 2>/dev/null; then
        echo "desens needs these system packages; install them and start again:$missing" >&2
        exit 1
    fi
    echo "Installing system packages:$missing"
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -qq
    # shellcheck disable=SC2086  # one word a package
    $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

locks="-r requirements/run.txt"
[ "$purpose" = run ] || locks="$locks -r requirements/test.txt"
stamp=".venv/installed-$purpose"
wanted=$(cat requirements/run.txt requirements/"$purpose".txt | sha256sum)
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    echo "Installing locked Python packages ($purpose)"
    # shellcheck disable=SC2086
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes $locks
    echo "$wanted" >"$stamp"
fi
