"""Which numbers of the cards are held against which places of AWS's models."""

from tests.numbers_of_aws.around_them import AROUND_THEM
from tests.numbers_of_aws.databases import DATABASES
from tests.numbers_of_aws.dynamodb import DYNAMODB
from tests.numbers_of_aws.held import Held

__all__ = ["HELD", "Held"]

HELD = (*DYNAMODB, *DATABASES, *AROUND_THEM)
