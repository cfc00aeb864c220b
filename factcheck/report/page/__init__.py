"""How does a report look in a browser? One page with the article marked and a card a finding."""
