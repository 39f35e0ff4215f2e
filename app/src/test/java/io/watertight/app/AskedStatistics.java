package io.watertight.app;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.watertight.core.check.Check;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.Statistic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which statistics a check can ask for: those that it, or code that it calls to propose candidates and to state its needs, constructs.
 * Read from the byte code, so that no list of them has to be kept.
 */
final class AskedStatistics {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.watertight.core", "io.watertight.checks");

    /** The names of the statistics, and of what near repetitions compare. */
    SortedSet<String> of(Check<?> check) {
        SortedSet<String> asked = new TreeSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        classes.get(check.getClass()).getMethods().stream()
                .filter(method -> Set.of("propose", "needs").contains(method.getName()))
                .forEach(open::add);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (seen.add(unit)) {
                name(unit, asked);
                accesses(unit).flatMap(this::targets).forEach(open::add);
                constants(unit).forEach(open::add);
            }
        }
        return asked;
    }

    private static void name(JavaCodeUnit unit, Set<String> asked) {
        JavaClass owner = unit.getOwner();
        boolean likeness = owner.isAssignableTo(NearRepetition.Likeness.class);
        boolean question = owner.isAssignableTo(Statistic.class) && !owner.isEquivalentTo(NearRepetition.class);
        if (unit instanceof JavaConstructor && (likeness || question)) {
            asked.add(likeness ? "NearRepetition." + owner.getSimpleName() : owner.getSimpleName());
        }
    }

    private static Stream<JavaAccess<?>> accesses(JavaCodeUnit unit) {
        return Stream.of(
                        unit.getCallsFromSelf(),
                        unit.getMethodReferencesFromSelf(),
                        unit.getConstructorReferencesFromSelf())
                .flatMap(Set::stream);
    }

    /** What makes the constants that are read. */
    private static Stream<JavaCodeUnit> constants(JavaCodeUnit unit) {
        return unit.getFieldAccesses().stream()
                .map(JavaAccess::getTargetOwner)
                .filter(owner -> !owner.isAssignableTo(Enum.class))
                .flatMap(owner -> owner.getStaticInitializer().stream());
    }

    /** What is called, and what may be called in its place: methods of subclasses. */
    private Stream<JavaCodeUnit> targets(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (!owner.getPackageName().startsWith("io.watertight")) {
            return Stream.empty();
        }
        return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getName().equals(access.getTarget().getName()))
                .filter(unit ->
                        !(unit instanceof JavaConstructor) || unit.getOwner().equals(owner));
    }
}
