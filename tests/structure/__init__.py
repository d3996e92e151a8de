"""How the package is built: which way its parts lean, and how long its files are."""
