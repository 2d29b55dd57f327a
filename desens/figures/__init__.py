"""What all pictures share: ink that a photocopy keeps apart, and SVG that our content policy accepts.

`paper` loads matplotlib and is imported only by modules that draw, which only views import.
"""
