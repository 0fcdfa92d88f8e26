"""The entrance kiosk: a card, a greeting, one big button, a printed number."""
