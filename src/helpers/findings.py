"""What each notebook finds, in computed sentences: they hold for any articles.

Each function takes the articles and gives a list of sentences, safe as HTML.
"""

import pandas as pd
from markupsafe import Markup

from helpers.agreement import compare_each, rank_agreement
from helpers.casualties import find_casualty_claims, find_rejected_numerals
from helpers.comparison import compare_claims
from helpers.corpus import running_text
from helpers.distinctiveness import keyness, similarity
from helpers.diversity import lexical_diversity
from helpers.frequency import word_frequencies
from helpers.markup import fill

MIN_FREQUENCY = 5
"""Below this, how evenly a word is spread says little: a word used once is in one article."""


def word_list(words: pd.Series | list[str]) -> Markup:
    """Words in italics as a list in a sentence: *a*, *b* and *c*."""
    return join_phrases([fill("<em>{word}</em>", word=word) for word in words])


def join_phrases(phrases: list[Markup]) -> Markup:
    """Phrases as a list in a sentence: a, b and c."""
    if len(phrases) < 2:
        return Markup("").join(phrases)
    return Markup("{} and {}").format(Markup(", ").join(phrases[:-1]), phrases[-1])


def words_to_look_up(frequencies: pd.DataFrame, wanted: list[str], *, most: int = 3) -> list[str]:
    """Words of `wanted` that occur, then the most frequent ones, `most` in all.

    Parameters
    ----------
    frequencies
        ``feature``, most frequent first, as `helpers.frequency.word_frequencies` gives it.
    wanted
        In order of preference.
    """
    there = frequencies["feature"].tolist()
    return list(dict.fromkeys([*(word for word in wanted if word in there), *there]))[:most]


def of_frequencies(articles: pd.DataFrame) -> list[Markup]:
    """What the word counts of `articles` come to.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it.

    Returns
    -------
    list of Markup
        Length, most frequent words, how evenly they are spread, lexical diversity.
    """
    labels = articles.set_index("article_id")["label"]
    texts = running_text(articles)
    words = word_frequencies(texts, stop_words="default")
    sentences = [_length(articles), _most_frequent(words)]
    if len(articles) > 1:
        sentences += _spread(words, texts, labels)
        sentences += _diversity(texts, labels)
    return sentences


def _length(articles: pd.DataFrame) -> Markup:
    lengths = articles["n_words"]
    if len(articles) == 1:
        return fill("The article is {n:,} words long.", n=int(lengths.iloc[0]))
    low, high = int(lengths.min()), int(lengths.max())
    return fill(
        "The {k:,} articles are {length} words long, {total:,} in all. Counts depend on "
        "length; rates per 1,000 words don't.",
        k=len(articles),
        length=f"{low:,}" if low == high else f"{low:,} to {high:,}",
        total=int(lengths.sum()),
    )


def _most_frequent(words: pd.DataFrame) -> Markup:
    top = words.iloc[0]
    if top["frequency"] == 1:
        return fill("Stop words aside, no word occurs twice.")
    return fill(
        "Stop words aside, they speak most of {top} ({n} times, {rate:.1f} in 1,000 words), then "
        "of {others}.",
        top=word_list([top["feature"]]),
        n=int(top["frequency"]),
        rate=float(top["per_1000"]),
        others=word_list(words["feature"].iloc[1:6].tolist()),
    )


def _spread(words: pd.DataFrame, texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    frequent = words[words["frequency"] >= MIN_FREQUENCY]
    if frequent.empty:
        return []
    even = frequent.sort_values(["DP_norm", "rank", "feature"])["feature"].head(3)
    sentences = [
        fill(
            "Of the {n} words that occur {least} times or more, {even} are spread most evenly.",
            n=len(frequent),
            least=MIN_FREQUENCY,
            even=word_list(even.tolist()),
        )
    ]
    alone = frequent[frequent["docfreq"] == 1]["feature"]
    by_article = word_frequencies(texts, by="article_id", stop_words="default")
    for article_id, label in labels.items():
        own = by_article[by_article["article_id"] == article_id]["feature"]
        only = own[own.isin(alone)].tolist()
        if only:
            sentences.append(
                fill(
                    "Only <strong>{label}</strong> says {words}{more}.",
                    label=label,
                    words=word_list(only[:6]),
                    more=f", and {len(only) - 6} more such words" if len(only) > 6 else "",
                )
            )
    return sentences


def _diversity(texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    diversity = lexical_diversity(texts).dropna(subset=["MATTR", "TTR"])
    if len(diversity) < 2:
        return []
    by_window = diversity.sort_values(["MATTR", "article_id"])
    by_ratio = diversity.sort_values(["TTR", "article_id"])
    richest, poorest = by_window.iloc[-1], by_window.iloc[0]
    sentence = fill(
        "Vocabulary is most varied in <strong>{rich}</strong> (MATTR {high:.2f}) and least in "
        "<strong>{poor}</strong> ({low:.2f}).",
        rich=labels[richest["article_id"]],
        high=float(richest["MATTR"]),
        poor=labels[poorest["article_id"]],
        low=float(poorest["MATTR"]),
    )
    if by_ratio.iloc[-1]["article_id"] != richest["article_id"]:
        sentence += fill(
            " The plain type-token ratio would name <strong>{other}</strong> instead, which has "
            "{n:,} words: that ratio falls as a text gets longer.",
            other=labels[by_ratio.iloc[-1]["article_id"]],
            n=int(by_ratio.iloc[-1]["n_tokens"]),
        )
    return [sentence]


MAX_ARTICLES = 6
"""Of how many articles a notebook speaks one by one: the first ones."""

ALPHA = 0.05
"""Level of significance, after correction for many tests."""


def of_distinctiveness(articles: pd.DataFrame) -> list[Markup]:
    """What each of two or more `articles` says that the others don't, and how sure that is.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it.

    Returns
    -------
    list of Markup
        A sentence an article (the first six), then agreement of the measures, significance, and
        which two articles are most alike. Of fewer than two articles: that there is no other.
    """
    if len(articles) < 2:
        return [Markup("There is no other article to set this one against.")]
    labels = articles.set_index("article_id")["label"]
    texts = running_text(articles)
    compared = compare_each(texts, most=MAX_ARTICLES, stop_words="default")
    by_article = dict(list(compared.groupby("article_id", sort=False)))
    sentences = [
        _stands_out(labels[name], table, len(articles)) for name, table in by_article.items()
    ]
    sentences += _agreement(by_article)
    sentences.append(_significance(texts, list(by_article), labels))
    return [*sentences, *_most_alike(texts, labels)]


def _stands_out(label: str, comparison: pd.DataFrame, n_articles: int) -> Markup:
    """Leading terms by G2 that are said three times or more, and what TF-IDF puts first."""
    clear = comparison[~comparison["low_evidence"] & (comparison["G2"] > 0)]
    clear = clear.sort_values(["rank_G2", "feature"]).head(4)
    if clear.empty:
        sentence = fill(
            "<strong>{label}</strong> has no word three times or more that sets it apart.",
            label=label,
        )
    else:
        words = [
            fill("<em>{word}</em> ({n} against {m})", word=word, n=n, m=m)
            for word, n, m in zip(
                clear["feature"], clear["n_target"], clear["n_reference"], strict=True
            )
        ]
        sentence = fill(
            "<strong>{label}</strong> stands out by {words}.",
            label=label,
            words=join_phrases(words),
        )
    first = comparison.sort_values(["rank_tf_idf", "rank_G2", "feature"]).iloc[0]
    if first["docfreq"] == n_articles:
        sentence += fill(
            " TF-IDF puts <em>{word}</em> first, which every article says.", word=first["feature"]
        )
    return sentence


def _agreement(by_article: dict[str, pd.DataFrame]) -> list[Markup]:
    agreement = pd.concat([rank_agreement(table) for table in by_article.values()])
    pairs = agreement.groupby(["first", "second"])["spearman"]
    low, high = pairs.min(), pairs.max()
    if low.isna().any():  # a measure ranks all words alike
        return []
    return [
        fill(
            "How far do the measures order an article's words alike? Spearman's rank correlation "
            "of log-likelihood and log-odds is {a}, of log-likelihood and TF-IDF {b}.",
            a=_range(low["G2", "z"], high["G2", "z"]),
            b=_range(low["tf_idf", "G2"], high["tf_idf", "G2"]),
        )
    ]


def _range(low: float, high: float) -> str:
    return f"{low:.2f}" if f"{low:.2f}" == f"{high:.2f}" else f"{low:.2f} to {high:.2f}"


def _significance(texts: pd.DataFrame, names: list[str], labels: pd.Series) -> Markup:
    phrases = []
    tests = 0
    for name in names:
        terms = keyness(texts, name, stop_words="default")
        tests = len(terms)
        certain = terms[(terms["p_adjusted"] < ALPHA) & (terms["G2"] > 0)]["feature"].tolist()
        if certain:
            phrases.append(
                fill(
                    "{words} in <strong>{label}</strong>",
                    words=word_list(certain[:6]),
                    label=labels[name],
                )
            )
    if not phrases:
        return fill(
            "Even if words were drawn one by one, no word of any article would be "
            "significantly more frequent there than in the others, once corrected for testing "
            "{tests:,} words.",
            tests=tests,
        )
    return fill(
        "If words were drawn one by one, these would be significantly more frequent, corrected "
        "for testing {tests:,} words: {found}.",
        tests=tests,
        found=join_phrases(phrases),
    )


def _most_alike(texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    cosine = similarity(texts, stop_words="default")
    pairs = [
        (value, first, second)
        for position, first in enumerate(cosine.index)
        for second, value in cosine.loc[first].iloc[position + 1 :].items()
        if value > 0  # neither missing nor nothing in common
    ]
    if not pairs:
        return []
    value, first, second = max(pairs, key=lambda pair: pair[0])
    return [
        fill(
            "Most alike in their words are <strong>{first}</strong> and <strong>{second}</strong> "
            "(cosine {value:.2f}).",
            first=labels[first],
            second=labels[second],
            value=float(value),
        )
    ]


def of_stance(
    articles: pd.DataFrame, statements: pd.DataFrame, matrix: pd.DataFrame
) -> list[Markup]:
    """Who speaks most, who stands where, and how often no rule speaks.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it.
    statements
        What `helpers.statements.find_statements` gives.
    matrix
        What `helpers.positions.stance_matrix` gives, each remark counted once.
    """
    if matrix.empty:
        return [fill("Nobody in {n} articles says anything of a target.", n=len(articles))]
    named = statements["speaker_name"].dropna()
    counts = named.value_counts().rename_axis("name").reset_index(name="n")
    counts = counts.sort_values(["n", "name"], ascending=[False, True])
    sentences = (
        [
            fill(
                "{n:,} statements have a speaker; {name} has most of them, {most:,}.",
                n=int(statements["speaker"].notna().sum()),
                name=counts["name"].iloc[0],
                most=int(counts["n"].iloc[0]),
            )
        ]
        if len(counts)
        else []
    )
    for side, words in (("against", "Against"), ("favor", "For")):
        sentences += _sided(matrix, side, words)
    silent = int(matrix["none"].sum())
    every = silent + int(matrix[["favor", "against"]].to_numpy().sum())
    sentences.append(
        fill(
            "Of {every:,} mentions of a target in a statement, {silent:,} show no side that a rule "
            "could read: silence is an answer here.",
            every=every,
            silent=silent,
        )
    )
    return sentences


def _sided(matrix: pd.DataFrame, side: str, words: str, *, most: int = 3) -> list[Markup]:
    """A sentence for each of the targets that most speakers are for, or against."""
    rows = matrix[matrix["position"] == side]
    sizes = rows.groupby("target")["speaker_name"].nunique()
    leading = sorted(sizes.index, key=lambda target: (-int(sizes[target]), target))[:most]
    return [
        fill(
            "{words} <strong>{target}</strong>: {names}",
            words=words,
            target=target,
            names=join_phrases(
                [
                    fill("{name}", name=name)
                    for name in rows[rows["target"] == target]["speaker_name"].head(6)
                ]
            ),
        )
        for target in leading
    ]


MOST_FIGURES = 5
"""Figures that a sentence names; of more, it names the largest."""


def of_casualties(articles: pd.DataFrame) -> list[Markup]:
    """What the casualty figures of `articles` come to.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it.

    Returns
    -------
    list of Markup
        Which figures there are, by whom and of when; whether they contradict each other; what a
        rise from one to the next would mistake; how many other numerals there are.
    """
    claims = find_casualty_claims(articles)
    stated = stated_figures(claims)
    aside = len(find_rejected_numerals(articles))
    if stated.empty:
        return [
            fill("No article states how many people were killed, wounded or missing."),
            _set_aside(aside),
        ]
    sentences = [
        _figures(stated, len(articles)),
        _dated(stated),
        *_verdicts(compare_claims(stated)),
        *_naive(stated),
    ]
    return [*sentences, _set_aside(aside)]


def stated_figures(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims that state a number of people: neither *a soldier* nor *no one* nor *dozens*."""
    numbered = claims["low"].notna() | claims["high"].notna()
    return claims[numbered & ~claims["implicit"] & ~claims["negated"]].reset_index(drop=True)


def _written(claim: pd.Series) -> Markup:
    hedge = "" if pd.isna(claim["qualifier"]) else f"{claim['qualifier'].lower()} "
    source = "no source" if pd.isna(claim["source"]) else claim["source"]
    day = "no date" if pd.isna(claim["reported_on"]) else claim["reported_on"]
    return fill(
        "{hedge}{number} {effect} ({source}; {day})",
        hedge=hedge,
        number=claim["number"],
        effect=claim["effect"],
        source=source,
        day=day,
    )


def _points(claims: pd.DataFrame) -> pd.Series:
    return claims["low"].fillna(claims["high"]).astype("int64")


def _some(number: int, noun: str) -> Markup:
    """A number and its noun: *1 figure*, *3 figures*."""
    return fill("{n:,} {noun}{s}", n=number, noun=noun, s="" if number == 1 else "s")


def _figures(stated: pd.DataFrame, n_articles: int) -> Markup:
    largest = stated.loc[_points(stated).nlargest(MOST_FIGURES).index]
    ordered = largest.assign(point=_points(largest)).sort_values(
        ["reported_on", "point"], na_position="last"
    )
    return fill(
        "{k} of {n} give{s} {m} for people killed, wounded or missing{largest}: {list}.",
        k=int(stated["article_id"].nunique()),
        s="s" if stated["article_id"].nunique() == 1 else "",
        n=_some(n_articles, "article"),
        m=_some(len(stated), "figure"),
        largest=", the largest of them" if len(stated) > MOST_FIGURES else "",
        list=join_phrases([_written(claim) for _, claim in ordered.iterrows()]),
    )


def _dated(stated: pd.DataFrame) -> Markup:
    dated = int(stated["as_of"].notna().sum())
    if not dated:
        return fill(
            "No figure comes with the moment it stands for: all that is known is when it was "
            "reported."
        )
    return fill(
        "{k} of {n} state{s} the moment counted; of the others, all that is known is when they "
        "were reported.",
        k=dated,
        s="s" if dated == 1 else "",
        n=_some(len(stated), "figure"),
    )


def _verdicts(pairs: pd.DataFrame) -> list[Markup]:
    if pairs.empty:
        return []
    compatible = pairs["verdict"] == "compatible"
    weak = int(pairs.loc[compatible, "weak"].sum())
    parts = [
        fill(template, k=k, weak=weak)
        for template, k in (
            ("{k} can both be true", int(compatible.sum()) - weak),
            ("{k} can both be true only because of how the figures are hedged", weak),
            ("{k} cannot both be true", int((pairs["verdict"] == "in conflict").sum())),
            ("{k} count different things", int((pairs["verdict"] == "not comparable").sum())),
        )
        if k
    ]
    return [
        fill("Of {n} of figures, {parts}.", n=_some(len(pairs), "pair"), parts=join_phrases(parts))
    ]


def _naive(stated: pd.DataFrame) -> list[Markup]:
    """What a rise from the largest figure of the first day to that of the last would mistake."""
    totals = stated[(stated["scope"] == "cumulative") & (stated["effect"] == "killed")]
    totals = totals[totals["reported_on"].notna()]
    if totals["reported_on"].nunique() < 2:
        return []
    ordered = totals.assign(point=_points(totals)).sort_values(["reported_on", "point"])
    first = ordered[ordered["reported_on"] == ordered["reported_on"].iloc[0]].iloc[-1]
    last = ordered[ordered["reported_on"] == ordered["reported_on"].iloc[-1]].iloc[-1]
    days = (pd.Timestamp(last["reported_on"]) - pd.Timestamp(first["reported_on"])).days
    differ = [
        name
        for name, column in (("source", "source"), ("bound", "bound"))
        if str(first[column]).lower() != str(last[column]).lower()
    ]
    if not differ:
        return []
    change = int(last["point"] - first["point"])
    return [
        fill(
            "To read {first} and {last} as a {kind} of {change:,} in {days} days would compare "
            "figures that differ in {differ}.",
            first=_written(first),
            last=_written(last),
            kind="rise" if change >= 0 else "fall",
            change=abs(change),
            days=days,
            differ=join_phrases([fill("{name}", name=name) for name in differ]),
        )
    ]


def _set_aside(aside: int) -> Markup:
    return fill("{n} set aside, each with the reason.", n=_were(aside, "other numeral"))


def _were(number: int, noun: str) -> Markup:
    return fill("{n} {was}", n=_some(number, noun), was="was" if number == 1 else "were")
