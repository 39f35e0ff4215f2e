package io.watertight.code;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.internal.interpret.Interpreter;
import io.watertight.code.internal.parse.GraalParser;
import io.watertight.code.knowledge.Knowledge;
import io.watertight.code.rule.Rule;
import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Parsed;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Findings;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs rules on small pieces of code. */
public final class CodeTester {

    private CodeTester() {}

    /** What a script does. Code that does not parse fails the test. */
    public static CodeFacts facts(String code) {
        List<String> lines = code.lines().toList();
        CodeCell cell = new CodeCell(
                "test.py", 0, lines, IntStream.rangeClosed(1, lines.size()).toArray(), 0);
        Parsed parsed = new GraalParser().parse(cell);
        parsed.problem().ifPresent(problem -> {
            throw new AssertionError(problem + "\n" + code);
        });
        Interpreter interpreter = new Interpreter(Knowledge.bundled(), unused -> Optional.empty());
        interpreter.run(parsed.body());
        return interpreter.finish();
    }

    /** What a rule finds in a script. */
    public static List<Finding> findings(Rule rule, String code) {
        Findings findings = new Findings(rule.info());
        rule.judge(facts(code), findings);
        return findings.found();
    }

    /** The lines a rule reports, in the order of its findings. */
    public static List<Integer> lines(Rule rule, String code) {
        return findings(rule, code).stream()
                .map(finding -> finding.subject().place().orElseThrow().line())
                .toList();
    }
}
