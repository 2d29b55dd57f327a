"""The papers of a day as one encrypted file, for when the computer is down."""
