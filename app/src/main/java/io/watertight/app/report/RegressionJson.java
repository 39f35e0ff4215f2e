package io.watertight.app.report;

import io.watertight.core.report.Json;
import io.watertight.ml.regression.Advice;
import io.watertight.ml.regression.Aliased;
import io.watertight.ml.regression.Coefficient;
import io.watertight.ml.regression.Goodness;
import io.watertight.ml.regression.Inference;
import io.watertight.ml.regression.Observations;
import io.watertight.ml.regression.RegressionSheet;
import io.watertight.ml.regression.Suggestion;
import io.watertight.ml.regression.TestResult;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A regression sheet as JSON, numbers with all their digits. What is not defined is null. Nothing is removed once released. */
final class RegressionJson {

    private final RegressionReport report;
    private final RegressionSheet sheet;

    private RegressionJson(RegressionReport report) {
        this.report = report;
        this.sheet = report.sheet();
    }

    static String write(RegressionReport report) {
        return Json.write(new RegressionJson(report).root());
    }

    private ObjectNode root() {
        ObjectNode root = Json.object();
        root.put("version", 1);
        root.put("data", report.data());
        root.put("target", sheet.target());
        root.set("notices", Json.strings(report.notices()));
        root.set("rows", rows());
        root.set("squares", squares());
        root.set("goodness", goodness());
        ArrayNode coefficients = root.putArray("coefficients");
        sheet.coefficients().forEach(one -> coefficients.add(coefficient(one)));
        ArrayNode aliased = root.putArray("aliased");
        sheet.aliased().forEach(one -> aliased.add(aliased(one)));
        ArrayNode factors = root.putArray("factors");
        sheet.factors().forEach(one -> {
            ObjectNode factor = factors.addObject();
            factor.put("column", one.column());
            factor.put("levels", one.levels().size());
            factor.put("reference", one.reference(report.showValues()));
        });
        ArrayNode leftOut = root.putArray("leftOut");
        sheet.leftOut()
                .forEach(one -> leftOut.addObject().put("column", one.column()).put("reason", one.reason()));
        Json.put(root, "conditionNumber", sheet.conditionNumber());
        root.set("tests", tests());
        root.set("observations", observations());
        report.advice().ifPresent(advice -> root.set("next", next(advice)));
        ObjectNode provenance = root.putObject("provenance");
        provenance.put("watertight", report.version());
        provenance.put("refinements", sheet.refinements());
        provenance.put("valuesShown", report.showValues());
        return root;
    }

    private ObjectNode rows() {
        ObjectNode rows = Json.object();
        rows.put("table", sheet.rows().table());
        rows.put("read", sheet.rows().read());
        rows.put("used", sheet.rows().used());
        rows.put("dropped", sheet.rows().dropped());
        ObjectNode missing = rows.putObject("missing");
        sheet.rows().missing().forEach(missing::put);
        return rows;
    }

    private ObjectNode squares() {
        ObjectNode squares = Json.object();
        Json.put(squares, "sse", sheet.squares().sse());
        Json.put(squares, "ssr", sheet.squares().ssr());
        Json.put(squares, "sst", sheet.squares().sst());
        return squares;
    }

    private ObjectNode goodness() {
        Goodness goodness = sheet.goodness();
        ObjectNode node = Json.object();
        node.put("modelFreedom", goodness.modelFreedom());
        node.put("residualFreedom", goodness.residualFreedom());
        Json.put(node, "rSquared", goodness.rSquared());
        Json.put(node, "adjusted", goodness.adjusted());
        Json.put(node, "standardError", goodness.standardError());
        Json.put(node, "f", goodness.f());
        Json.put(node, "p", goodness.p());
        Json.put(node, "logLikelihood", goodness.logLikelihood());
        Json.put(node, "aic", goodness.aic());
        Json.put(node, "bic", goodness.bic());
        return node;
    }

    private ObjectNode coefficient(Coefficient one) {
        ObjectNode node = Json.object();
        node.put("term", one.term().name(report.showValues()));
        node.put("column", one.term().column());
        Json.put(node, "estimate", one.estimate());
        inference(node, one.classical());
        Json.put(node, "vif", one.inflation());
        one.robust().ifPresent(robust -> {
            ObjectNode inner = node.putObject("robust");
            sheet.robustKind().ifPresent(kind -> inner.put("kind", kind.name().toLowerCase(Locale.ROOT)));
            inference(inner, robust);
        });
        return node;
    }

    private static void inference(ObjectNode node, Inference inference) {
        Json.put(node, "standardError", inference.standardError());
        Json.put(node, "t", inference.t());
        Json.put(node, "p", inference.p());
        Json.put(node, "low", inference.low());
        Json.put(node, "high", inference.high());
    }

    private ObjectNode aliased(Aliased one) {
        ObjectNode node = Json.object();
        node.put("term", one.term().name(report.showValues()));
        ArrayNode parts = node.putArray("combination");
        one.combination().forEach((term, weight) -> {
            ObjectNode part = parts.addObject();
            part.put("term", term.name(report.showValues()));
            Json.put(part, "weight", weight.doubleValue());
        });
        return node;
    }

    private ObjectNode tests() {
        ObjectNode node = Json.object();
        node.set("breuschPagan", test(sheet.tests().breuschPagan()));
        node.set("koenker", test(sheet.tests().koenker()));
        node.set("jarqueBera", test(sheet.tests().jarqueBera()));
        Json.put(node, "durbinWatson", sheet.tests().durbinWatson());
        return node;
    }

    private static ObjectNode test(TestResult result) {
        ObjectNode node = Json.object();
        Json.put(node, "statistic", result.statistic());
        node.put("freedom", result.freedom());
        Json.put(node, "p", result.p());
        return node;
    }

    /** Row by row; fitted values and residuals only where values may be shown, for their sum is the target. */
    private ArrayNode observations() {
        ArrayNode list = Json.strings(List.of());
        Observations rows = sheet.observations();
        for (int row = 0; row < rows.rows(); row++) {
            ObjectNode node = list.addObject();
            node.put("row", rows.rowIds()[row] + 1);
            Json.put(node, "leverage", rows.leverage()[row]);
            Json.put(node, "cook", rows.cook()[row]);
            Json.put(node, "studentised", rows.studentised()[row]);
            if (report.showValues()) {
                Json.put(node, "fitted", rows.fitted()[row]);
                Json.put(node, "residual", rows.residuals()[row]);
            }
        }
        return list;
    }

    private static ObjectNode next(Advice advice) {
        ObjectNode node = Json.object();
        node.put("scheme", advice.scheme());
        Json.put(node, "rSquared", advice.rSquared());
        ArrayNode list = node.putArray("suggestions");
        for (Suggestion one : advice.suggestions()) {
            ObjectNode suggestion = list.addObject();
            suggestion.put("step", one.step().title());
            suggestion.put("what", one.what());
            Json.put(suggestion, "gain", one.gain().change());
            Json.put(suggestion, "low", one.gain().low());
            Json.put(suggestion, "high", one.gain().high());
            Json.put(suggestion, "seconds", one.cost().seconds());
            suggestion.put("parameters", one.cost().parameters());
        }
        return node;
    }
}
