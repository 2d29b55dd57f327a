"""Oral protocols: phases over days, or single doses at intervals, prescribed as rows and shown as a calendar.

| file | holds |
|---|---|
| rows.py, posting.py | the plan as typed, and how it travels in a form |
| building.py, reading.py, reading_doses.py | from a specification to rows and back, with the error of each cell |
| editing.py, deciding.py | rows inserted and removed; edits survive until somebody says that they go |
| wording.py, shown.py | the words of the plan, and what the page needs of it |
| calendar.py | the stored schedule as days with their dates, or as doses |
| offered.py, form.py, proposal.py | templates and drugs offered, the form, what it gives |
| prescription.py, document.py | what was prescribed, and the frozen document |
| restored.py, views.py, urls.py | the editor of a new protocol and of a next version |
| checking.py | the order in words, and the figures of the blind check |
"""
