"""A class on a hub: what the files of `hub/` ask for, and the numbers on their page."""
