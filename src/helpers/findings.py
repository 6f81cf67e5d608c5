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
from helpers.frequency import leading, word_frequencies
from helpers.markup import fill

MIN_FREQUENCY = 5
"""Below this, how evenly a word is spread says little: a word used once is in one article."""


MAX_ARTICLES = 6
"""Of how many articles a notebook speaks one by one: the first ones."""

MIN_IN_ARTICLE = 3
"""Below this, one sentence more or less would decide whether a word stands out."""

MAX_STANDING_OUT = 4
"""How many words that stand out are named for an article."""

ALPHA = 0.05
"""Level of significance, after correction for many tests."""


def word_list(words: pd.Series | list[str]) -> Markup:
    """Words in italics as a list in a sentence: *a*, *b* and *c*."""
    return join_phrases([fill("<em>{word}</em>", word=word) for word in words])


def join_phrases(phrases: list[Markup]) -> Markup:
    """Phrases as a list in a sentence: a, b and c."""
    if len(phrases) < 2:
        return Markup("").join(phrases)
    return Markup("{} and {}").format(Markup(", ").join(phrases[:-1]), phrases[-1])


def first_words(words: pd.Series | list[str], most: int = 6) -> Markup:
    """Words in italics, the first ones by name and the others as a number."""
    named = word_list(list(words)[:most])
    more = len(words) - most
    return named if more <= 0 else fill("{named}, and {more:,} more", named=named, more=more)


def _counted(n: int, one: str) -> str:
    """Write a number with its noun: 1 word, 1,200 words."""
    return f"{n:,} {one}" if n == 1 else f"{n:,} {one}s"


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
        return fill("The article is {n} long.", n=_counted(int(lengths.iloc[0]), "word"))
    low, high = int(lengths.min()), int(lengths.max())
    return fill(
        "The {k:,} articles are {length} long, {total:,} in all. Counts depend on "
        "length; rates per 1,000 words don't.",
        k=len(articles),
        length=("" if low == high else f"{low:,} to ") + _counted(high, "word"),
        total=int(lengths.sum()),
    )


def _most_frequent(words: pd.DataFrame) -> Markup:
    if words["frequency"].iloc[0] == 1:
        return fill("Stop words aside, no word occurs twice.")
    first = words[words["rank"] == 1]
    names = leading(words, 6)["feature"].iloc[len(first) :].tolist()
    return fill(
        "Stop words aside, the most frequent {noun} {first} ({n} times{each}, {rate:.1f} in "
        "1,000 words){then}.",
        noun="word is" if len(first) == 1 else "words are",
        first=first_words(first["feature"]),
        n=int(first["frequency"].iloc[0]),
        each="" if len(first) == 1 else " each",
        rate=float(first["per_1000"].iloc[0]),
        then=fill(", then {names}", names=word_list(names)) if names else "",
    )


def _spread(words: pd.DataFrame, texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    frequent = words[words["frequency"] >= MIN_FREQUENCY]
    if len(frequent) < 2:
        return []
    even = frequent.sort_values(["DP_norm", "rank", "feature"])["feature"]
    even = even.head(min(3, len(even) // 2))
    sentences = [
        fill(
            "Of the {n} words that occur {least} times or more, {even} {are} spread most evenly.",
            n=len(frequent),
            least=MIN_FREQUENCY,
            even=word_list(even.tolist()),
            are="is" if len(even) == 1 else "are",
        )
    ]
    alone = frequent[frequent["docfreq"] == 1]["feature"]
    by_article = word_frequencies(texts, by="article_id", stop_words="default")
    by_article = by_article[by_article["feature"].isin(alone)]
    owners = list(by_article.groupby("article_id", sort=False)["feature"])
    sentences += [
        fill(
            "Of those, only <strong>{label}</strong> says {words}.",
            label=labels[article_id],
            words=first_words(only),
        )
        for article_id, only in owners[:MAX_ARTICLES]
    ]
    if len(owners) > MAX_ARTICLES:
        others = _counted(len(owners) - MAX_ARTICLES, "more article")
        have = "has" if len(owners) == MAX_ARTICLES + 1 else "have"
        sentences.append(fill("{others} {have} such words of their own.", others=others, have=have))
    return sentences


FAIR_MEASURES = {"MATTR": ("MATTR", 2), "MTLD": ("MTLD", 0), "HD_D": ("HD-D", 2)}
"""Measures of diversity that were made for texts of different length; decimals to write."""


def _diversity(texts: pd.DataFrame, labels: pd.Series) -> list[Markup]:
    """Which article has the most varied vocabulary, by every measure that was made to compare."""
    diversity = lexical_diversity(texts).dropna().set_index("article_id")
    if len(diversity) < 2:
        return []
    leaders: dict[str, list[str]] = {}
    for measure, (name, digits) in FAIR_MEASURES.items():
        values = diversity[measure].round(digits + 1)  # the last digits differ by processor
        leaders.setdefault(values.idxmax(), []).append(f"{name} ({values.max():.{digits}f})")
    if len(leaders) > 1:
        phrases = [
            fill(
                "<strong>{label}</strong> by {measures}",
                label=labels[article_id],
                measures=join_phrases([Markup(name) for name in names]),  # noqa: S704 -- ours
            )
            for article_id, names in leaders.items()
        ]
        return [
            fill(
                "Which vocabulary is most varied depends on the measure: {phrases}.",
                phrases=Markup(", ").join(phrases),
            )
        ]
    [(richest, names)] = leaders.items()
    sentence = fill(
        "Vocabulary is most varied in <strong>{label}</strong>, by {measures} alike.",
        label=labels[richest],
        measures=join_phrases([Markup(name) for name in names]),  # noqa: S704 -- ours
    )
    by_ratio = diversity["TTR"].round(3).idxmax()
    if by_ratio != richest and diversity["n_tokens"][by_ratio] < diversity["n_tokens"][richest]:
        sentence += fill(
            " The plain type-token ratio would name <strong>{other}</strong> instead, which is "
            "shorter ({words}): that ratio falls as a text gets longer.",
            other=labels[by_ratio],
            words=_counted(int(diversity["n_tokens"][by_ratio]), "word"),
        )
    return [sentence]


def of_distinctiveness(articles: pd.DataFrame) -> list[Markup]:
    """What each of two or more `articles` says that the others don't, and how sure that is.

    Parameters
    ----------
    articles
        As `helpers.corpus.read_articles` gives it.

    Returns
    -------
    list of Markup
        A sentence an article (the first six), then by which rule words stand out, agreement of
        the measures, significance, and which two articles are most alike. Of fewer than two
        articles: that there is no other.
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
    sentences.append(
        fill(
            "A word stands out here that the article has {least} times or more, at a higher rate "
            "than the others. Named are at most {most}, those with the highest log-likelihood; "
            "words with equal values are named all or none.",
            least=MIN_IN_ARTICLE,
            most=MAX_STANDING_OUT,
        )
    )
    sentences += _agreement(by_article)
    sentences.append(_significance(texts, list(by_article), labels))
    return [*sentences, *_most_alike(texts, labels)]


def _stands_out(label: str, comparison: pd.DataFrame, n_articles: int) -> Markup:
    """Leading terms by G2 that are said three times or more, and what TF-IDF puts first."""
    clear = comparison[(comparison["n_target"] >= MIN_IN_ARTICLE) & (comparison["G2"] > 0)]
    clear = clear.sort_values(["rank_G2", "feature"])
    tied = int((clear["rank_G2"] == clear["rank_G2"].min()).sum())
    clear = leading(clear, MAX_STANDING_OUT, rank="rank_G2")
    if clear.empty:
        sentence = fill(
            "<strong>{label}</strong> has no word that stands out.",
            label=label,
        )
    else:
        words = [
            fill("<em>{word}</em> ({n} against {m})", word=word, n=n, m=m)
            for word, n, m in zip(
                clear["feature"], clear["n_target"], clear["n_reference"], strict=True
            )
        ]
        if tied > len(clear):
            words.append(fill("{n:,} more of equal value", n=tied - len(clear)))
        sentence = fill(
            "<strong>{label}</strong> stands out by {words}.",
            label=label,
            words=join_phrases(words),
        )
    first = comparison[comparison["rank_tf_idf"] == 1].sort_values("feature")
    if (first["docfreq"] == n_articles).all():
        sentence += fill(
            " TF-IDF puts {words} first, which every article says.",
            words=first_words(first["feature"]),
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
                    words=first_words(certain),
                    label=labels[name],
                )
            )
    all_tested = len(names) == len(labels)
    if not phrases:
        return fill(
            "Even if words were drawn one by one, no word of {which} would be significantly more "
            "frequent there than in the others, once corrected for testing {tests:,} words in "
            "each article.",
            which="any article" if all_tested else f"the first {len(names)} articles",
            tests=tests,
        )
    return fill(
        "If words were drawn one by one, these would be significantly more frequent in one article "
        "than in the others, corrected for testing {tests:,} words in each{which}: {found}.",
        which="" if all_tested else f" of the first {len(names)} articles",
        tests=tests,
        found=join_phrases(phrases),
    )


def of_idf(weights: pd.DataFrame, n_articles: int) -> Markup:
    """How far apart idf can set two words of these articles.

    Parameters
    ----------
    weights
        ``docfreq, idf``, as `helpers.distinctiveness.tf_idf` gives it.
    n_articles
        Of how many articles.
    """
    idf = weights.groupby("docfreq")["idf"].first()
    if not {1, n_articles} <= set(idf.index):
        return fill(
            "No word stands in {where}, so the two ends of the scale can't be compared here.",
            where="every article" if n_articles not in idf.index else "one article alone",
        )
    ratio = float(idf[1] / idf[n_articles])
    return fill(
        "A word that one article alone has weighs {ratio:.2f} times as much as one that all have "
        "and that occurs as often. So TF-IDF puts the first before the second if it occurs in the "
        "article more than 1/{ratio:.2f}, or {share:.0f} per cent, as often.",
        ratio=ratio,
        share=100 / ratio,
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
    giving = len(set(stated["article_id"]))
    largest = stated.loc[_points(stated).nlargest(MOST_FIGURES).index]
    ordered = largest.assign(point=_points(largest)).sort_values(
        ["reported_on", "point"], na_position="last"
    )
    return fill(
        "{k} of {n} give{s} {m} for people killed, wounded or missing{largest}: {list}.",
        k=giving,
        s="s" if giving == 1 else "",
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
    if len(set(totals["reported_on"])) < 2:
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
