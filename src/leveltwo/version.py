"""The version of the program, stated with every answer."""

from importlib.metadata import version

VERSION = version("leveltwo")
