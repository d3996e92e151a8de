"""The teacher's page on this computer: files are dropped onto it, or a folder is watched."""
