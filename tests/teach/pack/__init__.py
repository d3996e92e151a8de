"""What a case is held against, part by part."""
