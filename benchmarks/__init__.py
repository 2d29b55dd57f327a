"""What the application costs, each figure a ratio of two measurements in one run (README.md)."""
