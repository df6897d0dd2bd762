"""Perl regular expressions read as tokens, in their plain form, and translated for the two engines that run them."""
