"""Cases of other kinds, made with the kit, and tests of all charts and explorers on them."""
