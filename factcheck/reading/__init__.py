"""What an article states: mentions in its sentences, the values they are read as, the claims bound from them."""
