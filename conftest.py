"""What holds for every test: progress stays in memory, a fault of our own is raised, and there is no net."""

import os
import tempfile
from pathlib import Path

from tests.guards import net

os.environ["COURSE_PROGRESS"] = "memory"
os.environ["COURSE_LOUD"] = "1"
net.cut()
net.cut_children(Path(tempfile.gettempdir(), f"course-tests-{os.getpid()}.txt"))
