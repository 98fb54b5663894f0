"""What good news is: rules, and findings a person can act on."""

from newsmodel.validation.checking import check, validate

__all__ = ["check", "validate"]
