"""What does an article state? Mentions in its sentences, the values they are read as, the claims bound from them."""
