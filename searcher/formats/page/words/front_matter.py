"""What print says of a manuscript beside its head: its history, and whom to write to."""

from __future__ import annotations

DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th|\.)?[\s./-](?:de )?[^\W_]{1,12}[\s.,/-]{1,2}(?:de )?(?:19|20)\d\d"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|x{3,5}\b)"
)
"""A day of that history as a pattern, in any order and language; in proofs it is "xxx"."""

ON_DAY = (
    r"\b(?: [Oo]nline| [Dd]ate)?(?: on| in (?:final )?revised form| el| em| le| il| am)?"
    rf"\s?[:：]?\s?{DAY}"
)
"""The same behind one of the words for what happened."""

RECEIVED = ("Received", "Recibido", "Recebido", "Reçu", "Recu", "Eingegangen", "Ricevuto")
ACCEPTED = (
    *("Accepted for publication", "Accepted", "Aceptado", "Aceito", "Accepté", "Accepte"),
    *("Angenommen", "Akzeptiert", "Accettato", "Diterima", "Disetujui"),
)
DATED = (
    *("Revised", "Submitted", "Published", "Available [Oo]nline", "On-line", "Publication"),
    *(*RECEIVED, *ACCEPTED),
)
"""What happened to a manuscript, as patterns."""

OPENING_HISTORY = rf"(?:{'|'.join((*RECEIVED, *ACCEPTED))}):? \d"
"""How that history begins, as a pattern."""

WRITE_TO = (
    *(r"Corresponding [Aa]uthors?\b", r"Author for [Cc]orrespondence\b", r"E-?mail\b\.?\s?:"),
    r"Address (?:for |of |all )?(?:[Cc]orrespondence|reprint)",
)
