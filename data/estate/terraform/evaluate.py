"""Expressions of Terraform's language: their value, or what it depends on."""

from data.estate.terraform import calls, expressions, texts
from data.estate.terraform.expressions import walked
from data.estate.terraform.syntax import HANDLERS, Names, evaluated

HANDLERS.update({**expressions.HANDLED, **calls.HANDLED, **texts.HANDLED})

__all__ = ["Names", "evaluated", "walked"]
