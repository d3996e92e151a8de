"""For authors and teachers: build the notebooks, validate a case. No notebook imports it."""
