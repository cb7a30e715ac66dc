#!/bin/sh
# Makes src/fonts/*.woff2: Noto Sans from Debian's fonts-noto-core and fonts-noto-extra, cut to Latin, Vietnamese and
# the signs the interface writes. Needs python3-fonttools and python3-brotli. One merged file per weight: split
# families make MapLibre cache the wrong glyphs.
set -eu
from="${1:-/usr/share/fonts/truetype/noto}"
to="$(dirname "$0")/../src/fonts"
letters="U+0020-007E,U+00A0-00FF,U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303,U+0309,U+0323,U+1EA0-1EF9"
signs="U+2009,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AB,U+2212,U+2190-2193,U+2248,U+2260,U+2264-2265"
cut() {
  python3 -m fontTools.subset "$from/$1" --unicodes="$letters,$signs" --layout-features=kern,mark,mkmk,ccmp,locl \
    --no-hinting --flavor=woff2 --output-file="$to/$2"
}
cut NotoSans-Regular.ttf noto-sans-400.woff2
cut NotoSans-SemiBold.ttf noto-sans-600.woff2
cut NotoSans-Bold.ttf noto-sans-700.woff2
cut NotoSans-MediumItalic.ttf noto-sans-500-italic.woff2
