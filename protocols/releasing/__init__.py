"""What must hold before a version is released, the page that asks for it, and the page that marks one void."""
