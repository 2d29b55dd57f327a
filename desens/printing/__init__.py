"""What every printed page shares: renderer, fetcher, fonts and the base template (safety.md H12 and H13).

`render` loads WeasyPrint and is imported by what prints only, never by the public commands.
"""
