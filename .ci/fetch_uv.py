"""Fetch uv's wheel from PyPI into a private folder and check its SHA-256 (a bare Debian has no pip and no curl)."""

import hashlib
import json
import platform
import stat
import sys
import urllib.parse
import urllib.request
import zipfile
from io import BytesIO
from pathlib import Path

VERSION = "0.13.9"
INDEX = "https://pypi.org/simple/uv/"
WHEELS = {
    "x86_64": (
        f"uv-{VERSION}-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
        "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",
    ),
    "aarch64": (
        f"uv-{VERSION}-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64.whl",
        "5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe",
    ),
}


def wheel_address(filename: str) -> str:
    """Return the address that the index lists for `filename`; it may be relative to the index."""
    ask = urllib.request.Request(INDEX, headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urllib.request.urlopen(ask, timeout=60) as answer:
        files = json.load(answer)["files"]
    return urllib.parse.urljoin(INDEX, next(row["url"] for row in files if row["filename"] == filename))


def main(target: Path) -> None:
    """Write the uv program to `target`; exit 2 with one sentence when that cannot be done."""
    if platform.machine() not in WHEELS:
        sys.exit(f"There is no pinned uv for {platform.machine()}; install uv {VERSION} yourself and put it in PATH.")
    filename, expected = WHEELS[platform.machine()]
    try:
        with urllib.request.urlopen(wheel_address(filename), timeout=300) as answer:
            wheel = answer.read()
    except (OSError, StopIteration, KeyError) as error:
        sys.exit(f"uv {VERSION} could not be fetched from PyPI ({error}); check the network and run make again.")
    if hashlib.sha256(wheel).hexdigest() != expected:
        sys.exit(f"The wheel of uv {VERSION} does not have the expected SHA-256; nothing was installed.")
    with zipfile.ZipFile(BytesIO(wheel)) as archive:
        program = archive.read(next(name for name in archive.namelist() if name.endswith("/uv")))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(program)
    target.chmod(target.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
