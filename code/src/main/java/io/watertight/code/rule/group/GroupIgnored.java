package io.watertight.code.rule.group;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Grouping;
import io.watertight.code.fact.Split;
import io.watertight.code.rule.Dealt;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Rows;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Several rows of one person or thing are dealt one by one. */
@CheckInfo(
        id = "group-ignored",
        title = "Rows of one group are dealt to training and test",
        category = Category.NON_INDEPENDENCE,
        severity = Severity.WARNING)
public final class GroupIgnored implements Rule {

    /** Whose rows resemble one another more than they resemble the rows of others. */
    private static final Pattern PERSON = Pattern.compile(
            "(^|.*[_. ])(patient|subject|participant|person|speaker|user|customer|client|member|student|animal|donor|sess(ion)?|visitor|driver|author)s?([_. ]?(id|no|nr|num|number|key|code|name))?$");

    /** Of whom a model must not know one it is tested on, whatever it is for; users and customers may well come back. */
    private static final Pattern STRANGER =
            Pattern.compile(".*(patient|subject|participant|person|speaker|animal|donor).*");

    @Override
    public String family() {
        return "group";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Split split : facts.splits()) {
            if (split.folds()
                    && split.groups().isPresent()
                    && !split.keeps().contains("groups")
                    && !split.keeps().contains("time")) {
                findings.add(FindingDraft.at(Places.of(split.site()), Confidence.HIGH)
                        .says("Groups are given here, but %s pays no heed to them.", split.name())
                        .flow(new Flow(facts)
                                .step(split.site(), "split", split.name() + " ignores the groups")
                                .steps()));
            }
        }
        for (Dealt dealt : Dealt.all(facts)) {
            boolean kept = dealt.split()
                    .filter(split ->
                            split.keeps().contains("groups") || split.groups().isPresent())
                    .isPresent();
            if (!kept) {
                torn(facts, dealt)
                        .ifPresentOrElse(
                                grouping -> report(facts, findings, dealt, grouping),
                                () -> named(facts, findings, dealt));
            }
        }
    }

    /** Where the program itself says that several of the dealt rows belong to one person. */
    private static Optional<Grouping> torn(CodeFacts facts, Dealt dealt) {
        List<Rows> chain = dealt.fits().get(0).features().rows().ancestry();
        return facts.groupings().stream()
                .filter(grouping -> grouping.keys().size() == 1
                        && grouping.keys().stream().allMatch(GroupIgnored::isPerson)
                        && chain.contains(grouping.data().rows())
                        && chain.subList(0, chain.indexOf(grouping.data().rows())).stream()
                                .noneMatch(rows -> rows.kind() == Rows.Kind.GROUPED))
                .findFirst();
    }

    private static void report(CodeFacts facts, Findings findings, Dealt dealt, Grouping grouping) {
        Fit fit = dealt.fits().get(0);
        boolean learns = fit.features().influences().stream()
                .anyMatch(influence -> influence.site().line()
                                == grouping.site().line()
                        && influence.site().cell().equals(grouping.site().cell()));
        boolean stranger = STRANGER.matcher(grouping.keys().iterator().next().toLowerCase(Locale.ROOT))
                .matches();
        if (!learns && !stranger) {
            return;
        }
        FindingDraft draft = FindingDraft.at(
                        Places.of(dealt.site()),
                        List.copyOf(grouping.keys()),
                        learns ? Confidence.MEDIUM : Confidence.LOW)
                .says(
                        "%s deals rows one by one, though several belong to one '%s': %s may know those it is tested on.",
                        dealt.name(), grouping.keys().iterator().next(), fit.simpleName())
                .flow(new Flow(facts)
                        .source(fit.features().rows())
                        .step(grouping.site(), "features", "several rows belong to one group")
                        .step(dealt.site(), "split", dealt.name() + " pays no heed to groups")
                        .fit(fit)
                        .steps());
        findings.add(learns ? draft : draft.severity(Severity.INFO));
    }

    /** The name of a person or thing is among the features: whether it has several rows, only the data can tell. */
    private static void named(CodeFacts facts, Findings findings, Dealt dealt) {
        Fit fit = dealt.fits().get(0);
        Optional<String> name = fit.features().columns().selected().stream()
                .flatMap(Set::stream)
                .filter(GroupIgnored::isPerson)
                .filter(column ->
                        STRANGER.matcher(column.toLowerCase(Locale.ROOT)).matches())
                .findFirst();
        name.ifPresent(column -> findings.add(FindingDraft.at(Places.of(dealt.site()), List.of(column), Confidence.LOW)
                .severity(Severity.INFO)
                .says(
                        "'%s' is among the features, and %s deals rows one by one: if it has several rows, %s may know those it is tested on.",
                        column, dealt.name(), fit.simpleName())
                .flow(new Flow(facts)
                        .source(fit.features().rows())
                        .step(dealt.site(), "split", dealt.name() + " pays no heed to groups")
                        .fit(fit)
                        .steps())));
    }

    private static boolean isPerson(String column) {
        String words = column.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return PERSON.matcher(words).matches()
                || PERSON.matcher(words.replaceFirst("id$", "_id")).matches();
    }
}
