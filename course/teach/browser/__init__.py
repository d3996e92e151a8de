"""The course as a site for a browser alone: JupyterLite with a Python of its own, for any web server or a stick."""
