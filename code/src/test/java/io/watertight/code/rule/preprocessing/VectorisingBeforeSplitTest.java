package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class VectorisingBeforeSplitTest {

    private static final VectorisingBeforeSplit RULE = new VectorisingBeforeSplit();

    @Test
    void countsAsAnArrayIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_extraction.text import CountVectorizer
                        X = CountVectorizer(ngram_range=(1, 2)).fit_transform(df["text"]).toarray()  # leak
                        """));
    }

    @Test
    void wordWeightsIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_extraction.text import TfidfVectorizer
                        X = TfidfVectorizer().fit_transform(df["text"])  # leak
                        """));
    }

    @Test
    void countsThenWeightsIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
                        counts = CountVectorizer().fit_transform(df["text"])  # leak
                        X = TfidfTransformer().fit_transform(counts)  # leak
                        """));
    }

    @Test
    void fitAndTransformApartIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_extraction.text import TfidfVectorizer
                        vectoriser = TfidfVectorizer(max_features=1000)
                        vectoriser.fit(df["text"])  # leak
                        X = vectoriser.transform(df["text"])
                        """));
    }

    @Test
    void wordsOfACleanedColumnIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_extraction.text import CountVectorizer
                        texts = [text.lower().strip() for text in df["text"]]
                        X = CountVectorizer().fit_transform(texts)  # leak
                        """));
    }

    @Test
    void hashedWordsIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.feature_extraction.text import HashingVectorizer
                        X = HashingVectorizer().fit_transform(df["text"])
                        """));
    }

    @Test
    void vocabularyByHandIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.feature_extraction.text import CountVectorizer
                        X = CountVectorizer(vocabulary=["good", "bad"]).fit_transform(df["text"])
                        """));
    }

    @Test
    void embeddingsTrainedElsewhereIsInnocent() {
        acquits(RULE, features("""
                        from sentence_transformers import SentenceTransformer
                        X = SentenceTransformer("all-MiniLM-L6-v2").encode(df["text"].tolist())
                        """));
    }

    @Test
    void vocabularyOfTheTrainingTextsIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.feature_extraction.text import TfidfVectorizer
                        a, b, ya, yb = train_test_split(df["text"], df["y"])
                        vectoriser = TfidfVectorizer()
                        model = LogisticRegression().fit(vectoriser.fit_transform(a), ya)
                        print(model.score(vectoriser.transform(b), yb))
                        """));
    }

    @Test
    void lengthOfTheTextIsInnocent() {
        acquits(RULE, features("""
                        df["length"] = df["text"].str.len()
                        X = df[["length"]]
                        """));
    }
}
