"""Where does the content come from? From what is kept of the packs, or from the packs themselves."""
