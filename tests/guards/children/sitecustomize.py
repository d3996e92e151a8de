"""Cut a program that a test has started off from the net; Python loads this before all else."""

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

if os.environ.get("COURSE_TEST_NET"):
    spec = spec_from_file_location("course_test_net", Path(__file__).parents[1] / "net.py")
    if spec and spec.loader:
        net = module_from_spec(spec)
        sys.modules[spec.name] = net
        spec.loader.exec_module(net)
        net.cut()
