"""JupyterLab for the course: how it is started, and how it is set."""
