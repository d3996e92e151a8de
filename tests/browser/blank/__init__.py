"""Scripts of the course in a page that has nothing else: no JupyterLab and no Python, and a clock that the tests move."""
