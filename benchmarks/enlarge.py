"""Makes large logs from small samples: what an event says is a real sample's, only the volume is copies.

EVTX       the distinct chunks of the sample files that are at least 70 % full and that the `evtx` library
           decodes whole and without an error, joined under one file header that is made anew, and repeated.
audit.log  the sample records, repeated. Every copy has times and serials of its own, so that events stay
           distinct and their records stay joined. Gaps between events are shortened to a minute; the order of
           records and all else in them is the sample's.
JSON       the lines of the sample archives that are Windows events, thinned evenly or repeated.

The bundled scenarios (examples/logs) are mixed in evenly, Windows ones with process ids of their own in each
copy, because events that name Python are thin in the samples. Without samples they are all there is, and the
logs are synthetic.

As a program: `enlarge.py OPTIONS` writes the logs and prints what they hold as JSON. It runs in a process of
its own, because Linux counts the memory of a process to its children when they are measured.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from enlarge_audit import make_audit
from enlarge_windows import make_evtx, make_json
from pieces import MEGABYTE

MAKERS = {"evtx": make_evtx, "audit": make_audit, "json": make_json}
NAMES = {"evtx": "large.evtx", "audit": "audit.log", "json": "large.json"}


def main() -> None:
    parser = argparse.ArgumentParser(description="Make large logs from samples.")
    parser.add_argument("--samples", type=Path)
    parser.add_argument("--megabytes", type=float, required=True)
    parser.add_argument("--python-share", type=float, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("formats", nargs="+", choices=MAKERS)
    asked = parser.parse_args()
    size = int(asked.megabytes * MEGABYTE)
    share = asked.python_share if asked.samples else 0.0
    made = {
        format: asdict(MAKERS[format](asked.folder / NAMES[format], asked.samples, size, share))
        for format in asked.formats
    }
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main()
