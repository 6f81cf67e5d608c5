"""Stance: plain cues in many constructions, so that a cue is reached wherever it stands."""

import pandas as pd
import pytest

from helpers.stance import stance_toward

VERBS = {
    "favor": [
        ("praise", "praised", "praising"),
        ("support", "supported", "supporting"),
        ("hail", "hailed", "hailing"),
        ("welcome", "welcomed", "welcoming"),
        ("endorse", "endorsed", "endorsing"),
        ("applaud", "applauded", "applauding"),
        ("defend", "defended", "defending"),
        ("commend", "commended", "commending"),
        ("admire", "admired", "admiring"),
    ],
    "against": [
        ("condemn", "condemned", "condemning"),
        ("oppose", "opposed", "opposing"),
        ("criticise", "criticised", "criticising"),
        ("reject", "rejected", "rejecting"),
        ("denounce", "denounced", "denouncing"),
        ("slam", "slammed", "slamming"),
        ("ridicule", "ridiculed", "ridiculing"),
        ("deplore", "deplored", "deploring"),
        ("despise", "despised", "despising"),
    ],
}
NOUNS = {
    "favor": ["support for", "praise for", "admiration for", "faith in", "solidarity with"],
    "against": ["anger at", "criticism of", "opposition to", "contempt for", "objections to"],
}
VERDICTS = {
    "favor": ["excellent", "a triumph", "courageous", "wise", "a lifeline", "superb"],
    "against": ["disgraceful", "a farce", "unacceptable", "reckless", "a disgrace", "a scandal"],
}

WITH_VERB = """\
The mayor | The mayor {{%(past)s X on Monday}}.
The mayor | The mayor {{has repeatedly %(past)s X}}.
The mayor | The mayor {{also publicly %(past)s X for its cost}}.
The mayor | {{X was %(past)s on Monday by the mayor}}.
the unions | {{X had long been %(past)s by the unions}}.
the unions | {{X, %(past)s by the unions in May}}, takes effect in June.
The mayor | The mayor issued a statement {{%(ing)s X}}.
The mayor | The mayor {{spoke for an hour, %(ing)s X and the budget}}.
The mayor | The mayor {{held a vote before %(ing)s X}}.
The mayor | The mayor {{released a letter which %(past)s X}}.
The mayor | The mayor {{took the floor to %(base)s X}}.
The mayor | The mayor {{voted by 30 to 4 to %(base)s X}}.
The mayor | The mayor {{will go on %(ing)s X}}.
The mayor | The mayor {{had never stopped %(ing)s X}}.
The mayor | The mayor {{joined the union leaders in %(ing)s X}}.
The mayor | The mayor {{made a point of %(ing)s X}}.
he | He spoke of {{X, which he %(past)s}}.
the unions | The cabinet passed {{X that the unions have %(past)s}}.
unions | The cabinet passed the bill, {{[a step] unions %(past)s at once}}.
Ana Lind | The cabinet passed the bill, {{[a step] Ana Lind %(past)s}}.
The mayor | The mayor, {{who %(past)s X}}, is 60.
The mayor | The mayor {{met the strikers and %(past)s X}}.
The mayor | The mayor {{voiced "deep concern" over the strike and %(past)s X}}.
The mayor | The mayor {{%(past)s "without reservation" X of the harbour}}.
The mayor | The mayor left early, {{saying she would %(base)s X}}.
The mayor | The mayor {{condemned the raid saying he %(past)s X}}.
I | "{{X I can only %(base)s}}", the mayor said.
Ana | "{{Like many here I %(base)s X}}," Ana said.
Ana | "{{We have always, Ana told the crowd, %(past)s X}}."
Ana | "{{Who would not %(base)s X?}}" Ana said.
Ana | "{{There is every reason to %(base)s X}}," Ana said."""

WITH_NOUN = """\
The mayor | The mayor {{voiced %(noun)s X on Monday}}.
the mayor | {{%(Noun)s X was expressed by the mayor}}.
The mayor | The mayor issued a statement {{expressing %(noun)s X}}.
The mayor | The mayor {{took the floor to express %(noun)s X}}.
The mayor | The mayor {{called the strike "a sad day" and voiced %(noun)s X}}.
he | {{"I have nothing but %(noun)s X"}}, he said.
he | He {{had nothing but %(bare)s, he said, %(link)s X}}.
The mayor | The mayor {{could not hide his %(noun)s X}}.
The mayor | The mayor {{made no secret of his %(noun)s X}}.
The mayor | The mayor {{was full of %(noun)s X}}."""

WITH_VERDICT = """\
the mayor | {{X is %(verdict)s}}, the mayor said.
The mayor | The mayor said {{X was "%(verdict)s" and that she would read it}}.
The mayor | The mayor {{called X %(verdict)s}}.
the mayor | {{X was described as %(verdict)s by the mayor}}.
the mayor | The court sat again, {{[a decision] the mayor called %(verdict)s}}.
the mayor | The court issued {{X, which the mayor labelled %(verdict)s}}.
the mayor | The court issued {{X that the mayor described as %(verdict)s}}.
he | {{X, he said, was %(verdict)s}}.
he | {{X, he told reporters on Monday, was %(verdict)s}}.
The mayor | The mayor {{called for calm, saying X had been %(verdict)s}}.
The mayor | The mayor {{spoke of "a sad day" and called X %(verdict)s}}.
Ana | "{{X that was passed in May by the council is %(verdict)s}}," Ana said.
Ana | "{{We left because X is %(verdict)s}}," Ana said.
Ana | Ana {{echoed the claim that X is %(verdict)s}}."""


def filled(template, **words):
    """A row for `stance_toward`: braces are a statement's ends, brackets its target's."""
    speaker, body = (template % words).split(" | ")
    body = body.replace("X", "[the reform]", 1)
    body = body.replace("{[the", "{[The") if body.startswith(("{{[the", '"{{[the')) else body
    marks, text = {}, ""
    for part in body.replace("{{", "\0s\0").replace("}}", "\0e\0").split("\0"):
        if part in ("s", "e"):
            marks["start" if part == "s" else "end"] = len(text)
            continue
        for piece in part.replace("[", "\1[\1").replace("]", "\1]\1").split("\1"):
            if piece in ("[", "]"):
                marks["target_start" if piece == "[" else "target_end"] = len(text)
            else:
                text += piece
    return {"text": text, "speaker": speaker, **marks}


def misread(rows):
    table = pd.DataFrame([row for row, _ in rows])
    found = stance_toward(table)["stance"]
    return [row["text"] for (row, stance), this in zip(rows, found, strict=True) if this != stance]


@pytest.mark.parametrize("template", WITH_VERB.split("\n"))
def test_verb_is_reached(template):
    rows = [
        (filled(template, base=base, past=past, ing=ing), stance)
        for stance, verbs in VERBS.items()
        for base, past, ing in verbs
    ]
    assert misread(rows) == []


@pytest.mark.parametrize("template", WITH_NOUN.split("\n"))
def test_noun_is_reached(template):
    rows = [
        (
            filled(
                template,
                noun=noun,
                Noun=noun.capitalize(),
                bare=noun.split()[0],
                link=noun.split()[1],
            ),
            stance,
        )
        for stance, nouns in NOUNS.items()
        for noun in nouns
    ]
    assert misread(rows) == []


@pytest.mark.parametrize("template", WITH_VERDICT.split("\n"))
def test_verdict_is_reached(template):
    rows = [
        (filled(template, verdict=verdict), stance)
        for stance, verdicts in VERDICTS.items()
        for verdict in verdicts
    ]
    assert misread(rows) == []
