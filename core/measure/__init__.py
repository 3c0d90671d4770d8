"""Instruments that touch the world, each only when it is asked to."""
