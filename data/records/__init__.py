"""The records of the catalog: what one YAML file may say, field by field.

Every record is frozen and strict: an unknown key, an empty text or a value of the wrong type is an error. A statement
of fact names the keys of the pages it was read on; the pages themselves (`sources`) stand once at the top of the same
file, with the date of the text that was read.
"""

from data.records.catalog import Catalog
from data.records.change import Change, ChangeKind
from data.records.comparison import ComparedOption, Comparison, OptionCell, OptionRow
from data.records.conflict import Claim, Conflict, Unconfirmed
from data.records.connection import Connection
from data.records.decision import Against, Decision, DecisionQuestion, Fork, Option, Reason, Recommendation
from data.records.finding import Condition, Finding, Route
from data.records.learning_path import LearningPath, Stop
from data.records.notes import Note, Notes
from data.records.service import (
    ApiEnum,
    ApiLimit,
    Capability,
    Charge,
    Limit,
    NamesInCode,
    Section,
    Security,
    Service,
    ServiceLevel,
)
from data.records.statements import (
    UNCONFIRMED,
    ConnectionId,
    Fact,
    Judgement,
    Kind,
    Record,
    Slug,
    Source,
    SourceKeys,
    Support,
    Text,
    TextDate,
    Timing,
    Verdict,
    doubt,
    is_unconfirmed,
)
from data.records.taxonomy import Family, LineKind, Named, Taxonomy
from data.records.term import Term
from data.records.trouble import Trouble
from data.records.use_case import Alternative, Failure, LeaveOut, Step, UseCase

__all__ = [
    "UNCONFIRMED",
    "Against",
    "Alternative",
    "ApiEnum",
    "ApiLimit",
    "Capability",
    "Catalog",
    "Change",
    "ChangeKind",
    "Charge",
    "Claim",
    "ComparedOption",
    "Comparison",
    "Condition",
    "Conflict",
    "Connection",
    "ConnectionId",
    "Decision",
    "DecisionQuestion",
    "Fact",
    "Failure",
    "Family",
    "Finding",
    "Fork",
    "Judgement",
    "Kind",
    "LearningPath",
    "LeaveOut",
    "Limit",
    "LineKind",
    "Named",
    "NamesInCode",
    "Note",
    "Notes",
    "Option",
    "OptionCell",
    "OptionRow",
    "Reason",
    "Recommendation",
    "Record",
    "Route",
    "Section",
    "Security",
    "Service",
    "ServiceLevel",
    "Slug",
    "Source",
    "SourceKeys",
    "Step",
    "Stop",
    "Support",
    "Taxonomy",
    "Term",
    "Text",
    "TextDate",
    "Timing",
    "Trouble",
    "Unconfirmed",
    "UseCase",
    "Verdict",
    "doubt",
    "is_unconfirmed",
]
