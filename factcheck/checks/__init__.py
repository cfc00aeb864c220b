"""What does not fit? The rules in their order, run over a case, and how a finding is worded."""
