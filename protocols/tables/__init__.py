"""The page on which a printed table is pasted or typed and checked cell by cell; the rules are engine/table."""
