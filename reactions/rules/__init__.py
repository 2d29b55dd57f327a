"""The clinical rules, pure: each in its own file with its source; what comes in and goes out are frozen values."""
