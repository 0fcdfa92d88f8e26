"""The hall: tickets, people's rights and rules. Knows no Qt and no device."""
