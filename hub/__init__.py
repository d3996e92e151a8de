"""A class on one server: JupyterHub, set up for this course by one file, `class.toml`."""
