"""The department's list as a file: made in parts on the server's disk, then sent and removed."""
