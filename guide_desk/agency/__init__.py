"""Acting for elders at the guide's desk: pages, deeds, papers. The area is areas/agency.py."""
