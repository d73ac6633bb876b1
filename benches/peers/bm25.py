"""bm25s as its documentation shows it: its stopwords, a Snowball stemmer, its usual method, saved with
its corpus and loaded again."""

import bm25s
import Stemmer

import peer

# Languages that bm25s has stopwords for.
STOPWORDS = {"de", "en", "es", "fr", "it", "nl", "no", "pt", "ru", "sv", "tr", "zh"}


def tokenizer(language):
    stemmer = Stemmer.Stemmer(peer.SNOWBALL[language]) if language in peer.SNOWBALL else None
    stopwords = language if language in STOPWORDS else []

    def tokens(texts):
        return bm25s.tokenize(texts, stopwords=stopwords, stemmer=stemmer, show_progress=False)

    return tokens


def index(passages, place, language):
    corpus = list(passages)
    texts = ["\n".join([it["title"], *it["headings"], it["text"]]) for it in corpus]
    retriever = bm25s.BM25()
    retriever.index(tokenizer(language)(texts), show_progress=False)
    retriever.save(place, corpus=corpus)


def opened(place, language):
    retriever = bm25s.BM25.load(place, load_corpus=True)
    tokens = tokenizer(language)

    def ask(question, depth):
        depth = min(depth, retriever.scores["num_docs"])
        documents, scores = retriever.retrieve(tokens([question]), k=depth, show_progress=False)
        found = zip(documents[0], scores[0])
        return [(it["id"], float(score), it["text"]) for it, score in found if score > 0]

    return ask


peer.run(f"bm25s {bm25s.__version__}", index, opened)
