package io.watertight.checks.support;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a column's name says about naming a person or thing that can have several rows. */
public final class EntityNames {

    /** How much a name sounds like an entity. */
    public enum Likeness {
        /** It names a person or thing of which several rows are usual: a patient, a policy, a customer. */
        ENTITY,
        /** It ends like an identifier: {@code image_id}, {@code tailnum}. */
        IDENTIFIER,
        NONE
    }

    private static final Set<String> ENTITIES = Set.of(
            "subject",
            "patient",
            "person",
            "participant",
            "respondent",
            "customer",
            "client",
            "user",
            "member",
            "account",
            "acct",
            "policy",
            "policyholder",
            "licence",
            "license",
            "household",
            "family",
            "student",
            "pupil",
            "employee",
            "worker",
            "driver",
            "device",
            "machine",
            "engine",
            "vehicle",
            "vin",
            "animal",
            "specimen",
            "donor",
            "lesion",
            "borrower",
            "applicant",
            "merchant",
            "subscriber",
            "session",
            "speaker",
            "author",
            "player",
            "company",
            "firm",
            "business",
            "individual",
            "mother",
            "twin",
            "cluster",
            "well",
            "pid",
            "uid",
            "mrn",
            "ssn",
            "subj",
            "pat",
            "cust");

    private static final Set<String> SUFFIXES = Set.of(
            "id", "ids", "nbr", "nr", "no", "num", "number", "key", "uuid", "guid", "identifier", "ident", "ref");

    /** Endings of names written in one word, such as {@code CLIENTNUM}. */
    private static final List<String> ENDINGS = List.of("id", "num", "nbr");

    /** A number of these counts or dates something; it names nobody. */
    private static final Set<String> CALENDAR = Set.of(
            "year",
            "yr",
            "month",
            "mon",
            "mnth",
            "week",
            "wk",
            "weekday",
            "day",
            "hour",
            "hr",
            "minute",
            "min",
            "second",
            "quarter",
            "date",
            "time",
            "period",
            "version",
            "page",
            "line",
            "type",
            "class",
            "category",
            "reason",
            "source",
            "status",
            "row",
            "record",
            "index",
            "of");

    private EntityNames() {}

    public static Likeness of(String name) {
        List<String> words = Words.of(name);
        if (words.isEmpty() || words.stream().anyMatch(CALENDAR::contains)) {
            return Likeness.NONE;
        }
        String last = words.get(words.size() - 1);
        boolean marked = SUFFIXES.contains(last) || name.strip().endsWith("#");
        List<String> stem = SUFFIXES.contains(last) ? words.subList(0, words.size() - 1) : words;
        if (!stem.isEmpty() && ENTITIES.contains(stem.get(stem.size() - 1)) && (marked || stem.size() == 1)) {
            return Likeness.ENTITY;
        }
        if (words.size() == 1) {
            String whole = last.toLowerCase(Locale.ROOT);
            for (String ending : ENDINGS) {
                boolean ends = whole.endsWith(ending) && whole.length() > ending.length();
                String begin = ends ? whole.substring(0, whole.length() - ending.length()) : "";
                if (ENTITIES.contains(begin)) {
                    return Likeness.ENTITY;
                }
                if (ends && (ending.equals("num") || ending.equals("nbr"))) {
                    return Likeness.IDENTIFIER;
                }
            }
        }
        return marked ? Likeness.IDENTIFIER : Likeness.NONE;
    }
}
