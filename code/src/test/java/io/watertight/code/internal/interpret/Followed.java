package io.watertight.code.internal.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.lint.Rules;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Overlap;
import java.util.List;

/**
 * What the interpreter makes of a program, which begins with the usual imports and a table {@code df}: the fits with the evaluations of
 * what they learnt, and the steps that went into the features of the last fit.
 */
record Followed(String code, CodeFacts facts) {

    private static final String BEGIN = """
            import functools
            import lightgbm as lgb
            import numpy as np
            import pandas as pd
            import statsmodels.api as sm
            import statsmodels.formula.api as smf
            import torch
            import torch.nn.functional as F
            import xgboost as xgb
            from sklearn.base import *
            from sklearn.compose import *
            from sklearn.decomposition import PCA
            from sklearn.ensemble import *
            from sklearn.linear_model import *
            from sklearn.model_selection import *
            from sklearn.pipeline import *
            from sklearn.preprocessing import *
            from tensorflow import keras
            from torch import nn
            from torch.utils.data import DataLoader, random_split
            df = pd.read_csv("table.csv")
            """;

    static Followed follow(String code) {
        return new Followed(code, CodeTester.facts(BEGIN + code));
    }

    /** The overlaps of all pairs of a fit and an evaluation, in the order of the program. */
    Followed overlaps(Overlap... expected) {
        assertThat(pairs()).as(code).containsExactly(expected);
        return this;
    }

    /** There are pairs of a fit and an evaluation, and all have one overlap. */
    Followed overlapsOnly(Overlap expected) {
        assertThat(pairs()).as(code).containsOnly(expected);
        return this;
    }

    /** A step of one of these kinds went into the features of the last fit. */
    Followed learnsFrom(InfluenceKind... kinds) {
        List<InfluenceKind> found = facts.fits().get(facts.fits().size() - 1).features().influences().stream()
                .map(Influence::kind)
                .toList();
        assertThat(found).as(code).containsAnyOf(kinds);
        return this;
    }

    /** No step of these kinds went into the features of the last fit. */
    Followed learnsNothingBy(InfluenceKind... kinds) {
        List<InfluenceKind> found = facts.fits().get(facts.fits().size() - 1).features().influences().stream()
                .map(Influence::kind)
                .toList();
        assertThat(found).as(code).doesNotContain(kinds);
        return this;
    }

    /** No statistic of rows of an evaluation went into training. */
    Followed hasNoLeak() {
        assertThat(Rules.all().stream()
                        .filter(rule -> List.of("preprocessing", "encoding").contains(rule.family()))
                        .flatMap(rule -> CodeTester.findings(rule, BEGIN + code).stream()))
                .as(code)
                .isEmpty();
        return this;
    }

    private List<Overlap> pairs() {
        return facts.pairs().stream().map(Pair::overlap).toList();
    }
}
