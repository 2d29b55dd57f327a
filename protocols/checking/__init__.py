"""The blind second check: signed -> verified (safety.md H4: a second check that is not independent finds nothing).

What the pharmacist gets is the order, as it would come on paper: who; the drug and the target dose; the product with
its strength; each bag's volume and diluent and what the prescriber wrote for it (1:100 of the full strength, the target
dose, what the other bags leave of it; an amount or a concentration where one was ordered as such); the line; the name
of the published protocol, and whether the ordered steps are its steps. Where they are not, the prescriber tells them.

What follows from the order is computed or measured, and typed: for each bag its concentration (its amount where the
concentration was ordered), the volume of stock for the ordered volume where the preparation draws the bag from the
stock, and the rates of the first and the last step as the pump is set. Nothing of the schedule, of the preparation or
of an earlier check is on the page or in its answers: the view hands the template an Order, which holds none of it.

| file | holds |
|---|---|
| stock.py, asked.py | which bags are drawn from the stock, which figures are asked for with the version's own |
| sheet.py, holding.py | the order as the page states it, and what a bag was ordered to hold |
| words.py | how places and differences are called |
| form.py, entered.py | the typed figures, and how they are kept |
| comparing.py | the one write: every try is a row, told or agreeing |
| shown.py | both persons' figures side by side, once they agree |
| addressed.py, views.py, verify_views.py | the two pages: the figures, then the password |

The comparison and its tolerance are protocols/rules/blind_check.py; verifying is protocols/lifecycle/verifying.py.
"""
