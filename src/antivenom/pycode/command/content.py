"""Is this text Python, and where does it end: for code whose quoting was lost and programs with unknown names."""

from __future__ import annotations

import ast
import re
import sys
import warnings

from antivenom.pycode.budget import Budget
from antivenom.pycode.syntax.trees import NAME

LARGEST = 100_000
_KEYWORDS_BEFORE = "import from as in is and or not if elif else for while lambda return yield print del assert raise "
_KEYWORDS_BEFORE += "with except exec async await global nonlocal class def"
_BEHIND = "".join(rf"(?<!\b{word} )" for word in _KEYWORDS_BEFORE.split())
# A space between two operands: neither an operator nor a keyword joins them, so a statement must end there.
_GAP = re.compile(
    rf"""[ ](?<=[\w)\]}}'"][ ])(?:{_BEHIND}(?!(?:import|as|in|is|and|or|not|if|else|for|from|async)\b)"""
    r"""[ ]*(?=[\w"'/~@$\\{\[]|\.{0,2}/|--?[A-Za-z])|(?<=[)\]}'"][ ])(?=(?:import|from)[ ]))"""
)
_OPTION = re.compile(r"""[)\]'"\w] +--[A-Za-z]|\) +/[A-Za-z][\w.-]*/[\w.]""")
_LIKE_OPTION = re.compile(r"--[A-Za-z]|/[A-Za-z][\w.-]*/[\w.]")
_STRING = re.compile(
    r"""\"{3}.*?(?:\"{3}|\Z)|'{3}.*?(?:'{3}|\Z)|"[^"\\\n]*(?:\\.[^"\\\n]*)*(?:"|(?=\n)|\Z)"""
    r"""|'[^'\\\n]*(?:\\.[^'\\\n]*)*(?:'|(?=\n)|\Z)|\#[^\n]*""",
    re.DOTALL,
)
_PIECE = re.compile(r"""[rRbBuUfF]{0,2}('''|\"\"\"|'|")|[\[({]|[\])}]|#[^\n]*| """)
_CODE_START = re.compile(
    r"(?:import|from|for|while|if|def|class|try:|with|exec|print|raise|return|del|global)\b|@\w|\w[\w.]*\s*=[^=]|\w[\w.]*\("
)
_HINT = re.compile(r"\bimport\b|__\w+__|\w\(")
_STARTS = re.compile(r"\s*(?:import\s+\w|from\s+[\w.]+\s+import\s)")
_TELLING = {"exec", "eval", "__import__", "compile", "getattr", "open", "print", "breakpoint", "globals", "setattr"}


def parse(code: str) -> ast.Module | SyntaxError | None:
    """The tree of a text; the SyntaxError where it is not Python, None where it cannot be told."""
    if len(code) > LARGEST or (sys.version_info < (3, 11) and code.count(".") > 3000):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(code, NAME)
    except SyntaxError as error:
        return error
    except (ValueError, MemoryError, RecursionError, OverflowError, UnicodeError):
        return None


def looks_python(code: str) -> bool:
    """Whether a text under an unknown program is Python: it parses, and imports or calls something of Python's own."""
    if not _HINT.search(code[:4000]):
        return False
    tree = parse(code)
    if not isinstance(tree, ast.Module):
        return _STARTS.match(code) is not None
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TELLING:
            return True
    return False


def split_tail(code: str, budget: Budget) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Code and the arguments after it, where the quotes between them are lost: (code, arguments, notes).

    The whole is code if it parses; else the longest beginning that parses is. A rest that reads as statements is
    not taken for arguments unless the code looks at its arguments: there, a collector has flattened the newlines.
    """
    if not _GAP.search(code) and not _last_line(code):
        return code, (), ()
    bare = _STRING.sub("''", code)
    if not _GAP.search(bare) and not _last_line(bare):
        return code, (), ()
    budget.step(20)
    whole = parse(code)
    option = _OPTION.search(code) is not None
    if whole is None or (isinstance(whole, ast.Module) and not option):
        return code, (), ()
    cut = _best_cut(code, whole, option, budget)
    if cut < 0:
        return code, (), ()
    head, tail = code[:cut].rstrip(" "), code[cut:].lstrip(" ")
    if "argv" not in head and _CODE_START.match(tail):
        return code, (), ("line breaks between statements are missing",)
    return head, tuple(tail.split()), ()


def _last_line(code: str) -> int:
    """Where a last line begins that is indented by one space: code that ended in a line break, and an argument."""
    at = code.rfind("\n") + 1
    return at if at and code[at : at + 1] == " " and code[at + 1 : at + 2].strip() else 0


def _best_cut(code: str, whole: ast.Module | SyntaxError, option: bool, budget: Budget) -> int:
    gaps = _gaps(code, budget)
    if option:
        options = [gap for gap in gaps if _LIKE_OPTION.match(code, gap)]
        for gap in options[:3]:
            if isinstance(parse(code[:gap]), ast.Module):
                return gap
    if isinstance(whole, ast.Module):
        return -1
    stop = _offset(code, whole)
    before = [gap for gap in gaps if gap <= stop]
    last = _last_line(code)
    if last and isinstance(parse(code[:last]), ast.Module):
        return last
    for gap in reversed(before[-12:] if len(before) < 40 else [*before[:6], *before[-12:]]):
        budget.step(20)
        if isinstance(parse(code[:gap]), ast.Module):
            return gap
    return -1


def _offset(code: str, error: SyntaxError) -> int:
    """Where the parser stopped, as an index; the end where it does not say."""
    if not error.lineno:
        return len(code)
    start = 0
    for _ in range(error.lineno - 1):
        start = code.find("\n", start) + 1
    return start + (error.offset or 1) - 1


def _gaps(code: str, budget: Budget) -> list[int]:
    """Places outside strings and brackets where one word ends and another begins."""
    gaps: list[int] = []
    depth, at = 0, 0
    while True:
        piece = _PIECE.search(code, at)
        if piece is None or len(gaps) > 2000:
            return gaps
        budget.step()
        at = piece.end()
        quote, text = piece.group(1), piece.group()
        if quote:
            at = _string_end(code, at, quote)
        elif text in "([{":
            depth += 1
        elif text in ")]}":
            depth = max(0, depth - 1)
        elif text == " ":
            gap = _GAP.match(code, at - 1)
            if gap and not depth:
                gaps.append(gap.end())


def _string_end(code: str, at: int, quote: str) -> int:
    while True:
        end = code.find(quote, at)
        if end < 0:
            return len(code)
        slashes = end
        while slashes > at and code[slashes - 1] == "\\":
            slashes -= 1
        if not (end - slashes) & 1:
            return end + len(quote)
        at = end + 1
