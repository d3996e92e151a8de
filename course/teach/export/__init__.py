"""The course for other programs that teachers use: nbgrader and Moodle."""
