"""The developer's panel and the tour: tap a card, open a cover, cut a cable."""
