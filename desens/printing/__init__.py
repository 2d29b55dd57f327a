"""What every printed page shares: renderer, fetcher, fonts and the base template (safety.md H12 and H13).

`render` checks what is printed and has it drawn by a worker (`isolated`); only the worker needs WeasyPrint.
`render` is imported by what prints only, never by the public commands.
"""
