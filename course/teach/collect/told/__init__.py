"""The report on a class: one page for screen, projector and paper."""
