"""How our own judgement is marked, wherever it stands."""

JUDGEMENT = "our judgement"
JUDGED = f":gray-badge[{JUDGEMENT}]"
