package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class ProjectionBeforeSplitTest {

    private static final ProjectionBeforeSplit RULE = new ProjectionBeforeSplit();

    @Test
    void principalComponentsIsFound() {
        finds(RULE, features("""
                        from sklearn.decomposition import PCA
                        X = PCA(n_components=2).fit_transform(df.drop(columns="y"))  # leak
                        """));
    }

    @Test
    void projectionInAPipelineOfTransformersIsFound() {
        finds(RULE, features("""
                        from sklearn.decomposition import TruncatedSVD
                        from sklearn.pipeline import make_pipeline
                        from sklearn.preprocessing import StandardScaler
                        X = make_pipeline(StandardScaler(), TruncatedSVD(5)).fit_transform(df.drop(columns="y"))  # leak
                        """));
    }

    @Test
    void discriminantsAsFeaturesIsFound() {
        finds(RULE, features("""
                        from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
                        X = LinearDiscriminantAnalysis(n_components=1).fit_transform(df.drop(columns="y"), df["y"])  # leak
                        """));
    }

    @Test
    void neighbourhoodMapIsFound() {
        finds(RULE, features("""
                        import umap
                        X = umap.UMAP().fit_transform(df.drop(columns="y"))  # leak
                        """));
    }

    @Test
    void singularVectorsByHandIsFound() {
        finds(RULE, features("""
                        X = df[["a", "b", "c"]].values
                        left, values, right = np.linalg.svd(X, full_matrices=False)  # leak
                        X = X @ right.T
                        """));
    }

    @Test
    void mapThatIsOnlyPlottedIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.decomposition import PCA
                        import matplotlib.pyplot as plt
                        axes = PCA(2).fit_transform(df.drop(columns="y"))
                        plt.scatter(axes[:, 0], axes[:, 1])
                        X = df[["a", "b"]]
                        """));
    }

    @Test
    void axesOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.decomposition import PCA
                        a, b, ya, yb = train_test_split(df.drop(columns="y"), df["y"])
                        axes = PCA(2).fit(a)
                        model = LogisticRegression().fit(axes.transform(a), ya)
                        print(model.score(axes.transform(b), yb))
                        """));
    }

    @Test
    void axesInsideFoldsIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.decomposition import PCA
                        from sklearn.pipeline import Pipeline
                        model = Pipeline([("axes", PCA(2)), ("model", LogisticRegression())])
                        print(cross_val_score(model, df.drop(columns="y"), df["y"]))
                        """));
    }

    @Test
    void fixedMatrixIsInnocent() {
        acquits(RULE, features("""
                        X = df[["a", "b"]].values @ np.array([[1, 1], [1, -1]])
                        """));
    }

    @Test
    void groupsThatAreFoundWithoutLabelsAreNoEvaluation() {
        acquits(RULE, program("""
                        from sklearn.cluster import KMeans
                        from sklearn.decomposition import PCA
                        pca = PCA(n_components=2).fit(df)
                        groups = KMeans(3).fit(pca.transform(df[:500]))
                        print(groups.predict(pca.transform(df[500:])))
                        """));
    }
}
