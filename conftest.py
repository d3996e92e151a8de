"""What holds for every test: a learner's progress stays in the memory of one kernel, a fault of our own is raised."""

import os

os.environ["COURSE_PROGRESS"] = "memory"
os.environ["COURSE_LOUD"] = "1"
