"""What stands on a page: controls, panels, HTML, and how all of it looks."""
