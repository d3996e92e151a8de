"""What Binder and Codespaces build from."""
