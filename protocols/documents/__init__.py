"""What is printed of a protocol."""
