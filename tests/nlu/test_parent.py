"""A child ends with its parent, even when nobody has the time to say goodbye."""

import os
import subprocess
import sys

import psutil

CHILD = "import sys, time; from nlu.parent import die_with_parent; die_with_parent(int(sys.argv[1])); time.sleep(600)"
PARENT = f"""
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {CHILD!r}, str(os.getpid())])
print(child.pid, flush=True)
child.wait()
"""


def test_a_child_is_gone_when_its_parent_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        assert child.is_running()
        parent.kill()
    child.wait(timeout=20)


def test_a_child_whose_parent_is_gone_already_does_not_start() -> None:
    child = subprocess.run([sys.executable, "-c", CHILD, str(os.getppid())], timeout=60, check=False)
    assert child.returncode == 1
