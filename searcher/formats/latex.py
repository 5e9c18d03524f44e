"""TeX's spelling of letters and signs, as BibTeX files have it, as plain text."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "b": "\u0331",
    "k": "\u0328",
}
_GREEK = """alpha beta gamma delta epsilon zeta eta theta iota kappa lamda mu nu xi omicron pi rho
sigma tau upsilon phi chi psi omega"""
_NAMED = """
ss ß;SS ẞ;o ø;O Ø;ae æ;AE Æ;oe œ;OE Œ;aa å;AA Å;l ł;L Ł;i i;j j;dh ð;DH Ð;dj đ;DJ Đ;th þ;TH Þ;ng ŋ
NG Ŋ;ij ĳ;IJ Ĳ;textordfeminine ª;textordmasculine º;ell ℓ;hbar ħ;TeX TeX;LaTeX LaTeX;BibTeX BibTeX
textless <;textgreater >;textbar |;textbardbl ‖;textbrokenbar ¦;textunderscore _
textquotesingle ';textquotedbl ";textquoteleft ‘;textquoteright ’;textquotedblleft “
textasteriskcentered *;textquotedblright ”;quotesinglbase ‚;quotedblbase „
guillemotleft «;guillemotright »;guillemetleft «;guillemetright »
guilsinglleft ‹;guilsinglright ›;textexclamdown ¡;textquestiondown ¿;lq ‘;rq ’
textendash –;textemdash —;textminus −;textellipsis …;ldots …;dots …;cdots ⋯;textbullet •;bullet •
textperiodcentered ·;cdot ·;textdagger †;dag †;dagger †;textdaggerdbl ‡;ddag ‡;ddagger ‡;S §;P ¶
textsection §;textparagraph ¶;copyright ©;textcopyright ©;textregistered ®;texttrademark ™
textservicemark ℠;textnumero №;textestimated ℮;textasciigrave `;textasciiacute ´;textasciimacron ¯
textasciidieresis ¨;textasciibreve ˘;textasciicaron ˇ
textperthousand ‰;textpertenthousand ‱;percent %;degree °;textdegree °;circ °;textcelsius °C
degreeCelsius °C;celsius °C;textmu μ;micro μ;textmicro μ;textohm Ω;texteuro €;euro €;EUR €
textsterling £;pounds £;textyen ¥;textcent ¢;textcurrency ¤;textonehalf ½;textonequarter ¼
textthreequarters ¾;textonesuperior ¹;texttwosuperior ²;textthreesuperior ³
pm ±;textpm ±;mp ∓;times ×;texttimes ×;div ÷;textdiv ÷;ast *;star ⋆;surd √;textsurd √;sqrt √
lt <;gt >;le ≤;leq ≤;leqslant ≤;leqq ≤;ge ≥;geq ≥;geqslant ≥;geqq ≥;ll ≪;gg ≫;lesssim ≲;gtrsim ≳
ne ≠;neq ≠;approx ≈;simeq ≃;cong ≅;equiv ≡;propto ∝;infty ∞;mid |;vert |;Vert ‖;lbrack [;rbrack ]
langle ⟨;rangle ⟩;textlangle ⟨;textrangle ⟩;prime ′;partial ∂;nabla ∇;sum ∑;prod ∏;int ∫;in ∈
notin ∉;subset ⊂;supset ⊃;subseteq ⊆;supseteq ⊇;cup ∪;cap ∩;emptyset ∅;forall ∀;exists ∃;neg ¬
lnot ¬;textlnot ¬;wedge ∧;vee ∨;perp ⊥;parallel ∥;angle ∠;checkmark ✓
to →;rightarrow →;textrightarrow →;longrightarrow →;gets ←;leftarrow ←;textleftarrow ←
leftrightarrow ↔;Rightarrow ⇒;Leftarrow ⇐;Leftrightarrow ⇔;uparrow ↑;textuparrow ↑;downarrow ↓
textdownarrow ↓;mapsto ↦;varepsilon ε;vartheta θ;varphi φ;varrho ρ;varsigma ς;lambda λ;Lambda Λ
textlambda λ;textLambda Λ;log log;ln ln;exp exp;min min;max max;sup sup;lim lim;sin sin;cos cos
tan tan
"""
"""TeX's commands for one sign, in text and in formulas."""
_SIGNS = dict(pair.split() for pair in _NAMED.strip().replace(";", "\n").split("\n"))

for _name in _GREEK.split():
    for _tex, _case in ((_name, "small"), (_name.capitalize(), "capital")):
        _SIGNS[_tex] = _SIGNS[f"text{_tex}"] = unicodedata.lookup(f"greek {_case} letter {_name}")
# Signs that mean something to TeX, hidden until all of it has been read.
_HIDDEN = {"{": "\x01", "}": "\x02", "~": "\x03", "$": "\x04"}
_SIGNS.update(
    {
        "textbackslash": "\\",
        "textasciicircum": "^",
        "textasciitilde": _HIDDEN["~"],
        "sim": _HIDDEN["~"],
        "lbrace": _HIDDEN["{"],
        "rbrace": _HIDDEN["}"],
        "textbraceleft": _HIDDEN["{"],
        "textbraceright": _HIDDEN["}"],
        "textdollar": _HIDDEN["$"],
    }
)
_SPACING = "quad qquad space par newline linebreak enspace thinspace"
_SETTING = """em it bf rm sf sc tt sl itshape bfseries upshape slshape scshape normalfont rmfamily
sffamily ttfamily mdseries tiny small footnotesize normalsize large left right big Big bigg Bigg
limits displaystyle textstyle boldmath unboldmath noindent indent protect relax nobreak allowbreak
centering raggedright selectfont ignorespaces unskip"""
_SPACES = frozenset(_SPACING.split())
_SILENT = frozenset(_SETTING.split())
"""Commands that show nothing: how what follows is set."""

_SHOWN = {ord(hidden): sign for sign, hidden in _HIDDEN.items()}
_ACCENT = re.compile(
    r"""\\(?:([`'^~=."])\s*|([uvHcdrkb])(?:\s+|(?=\{)))(?:\{\s*\\?([^\W\d_])\s*\}|\\?([^\W\d_]))"""
)
_COMMAND = re.compile(r"\\([A-Za-z]+)(\s*)(\{(?!\}))?")
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_FORMULA_MARK = re.compile(r"\\[()\[\]]")
_ESCAPED = re.compile(r"\\([#$%&_{}~^ ,;!/-])")


def plain_text(text: str) -> str:
    r"""The text without TeX: "{\"o}" is "ö", "\alpha" is "α", "\emph{so}" is "so"."""
    given = text
    if "\\" in text:
        text = _FRACTION.sub(r"\1/\2", _FORMULA_MARK.sub("$", text))
        text = _ACCENT.sub(_accented, text)
        text = _ESCAPED.sub(lambda found: _kept(found[1]), text)
        text = _COMMAND.sub(_command, text)
    if "$" in text:
        text = re.sub(r"\$([^$\n]{0,200})\$", _formula, text)
    if "--" in text:
        text = text.replace("---", "—").replace("--", "–")
    text = text.replace("``", "“").replace("''", "”").replace("~", " ")
    text = text.replace("{", "").replace("}", "")
    return text.translate(_SHOWN) if "\\" in given else text


def _accented(found: re.Match[str]) -> str:
    letter = found[3] or found[4]
    return unicodedata.normalize("NFC", letter + _ACCENTS[found[1] or found[2]])


def _command(found: re.Match[str]) -> str:
    """The sign that a command stands for, or what it sets in another way; else as it is written."""
    name, blank, brace = found[1], found[2], found[3] or ""
    if name in _SIGNS:
        return _SIGNS[name] + brace
    if name in _SPACES:
        return f" {brace}"
    return brace if brace or name in _SILENT else f"\\{name}{blank}"


def _kept(sign: str) -> str:
    """An escaped sign, hidden from the steps that follow where it means something to them."""
    if sign in " ,;!/-":
        return " " if sign in " ,;" else ""
    return _HIDDEN.get(sign, sign)


def _formula(found: re.Match[str]) -> str:
    return re.sub(r"[\^_]", "", found[1])
