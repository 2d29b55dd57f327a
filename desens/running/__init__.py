"""Running it: backup, restore and drill, health, and the page that says what is wrong with the installation."""
