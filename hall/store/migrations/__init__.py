"""Alembic migrations of the hall."""
