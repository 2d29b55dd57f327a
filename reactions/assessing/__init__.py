"""What it was and what follows: everything recorded about one culprit, judged by the rules, decided and signed."""
