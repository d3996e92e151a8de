"""What stands beside every test: Windows' rules for files, and no net."""
