package io.watertight.code.internal.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The places of a cell that were not read, and why. Not thread-safe. */
final class Mistakes {

    private static final int SHOWN = 3;

    private static final Pattern OLD_REASON = Pattern.compile(
            "Missing parentheses in call to '(?:print|exec)'.*|leading zeros in decimal integer literals.*|multiple exception types.*");
    private static final Pattern OLD_LINE = Pattern.compile(
            "\\s*(?:print\\s+[\"'\\w].*|exec\\s+[\"'\\w].*|raise\\s+\\w+\\s*,.*|.*`.*`.*|.*<>.*|.*\\bur[\"'].*)");

    private record Place(int first, int last, String reason) {
        String lines() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    private final List<Place> places = new ArrayList<>();
    private boolean old;

    int count() {
        return places.size();
    }

    void add(int first, int last, String reason) {
        places.add(new Place(first, last, reason));
    }

    /** @param lines the broken lines, to tell Python 2 from a slip */
    void add(int first, int last, Unreadable unreadable, List<String> lines) {
        String reason = unreadable.reason();
        if (last > first) {
            reason += " in line " + unreadable.line();
        }
        add(first, last, reason);
        old |= OLD_REASON.matcher(unreadable.reason()).matches()
                || lines.stream().anyMatch(line -> OLD_LINE.matcher(line).matches());
    }

    void addAll(Mistakes others) {
        places.addAll(others.places);
        old |= others.old;
    }

    /** All of it in a few sentences, one a reason. */
    Optional<String> problem() {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var byReason = new LinkedHashMap<String, List<Place>>();
        places.forEach(place -> byReason.computeIfAbsent(place.reason, reason -> new ArrayList<>())
                .add(place));
        String sentences = byReason.entrySet().stream()
                .limit(SHOWN)
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
        int left = byReason.values().stream().skip(SHOWN).mapToInt(List::size).sum();
        String more =
                left == 0 ? "" : left == 1 ? " 1 more place was not read." : " " + left + " more places were not read.";
        return Optional.of((old ? "This is Python 2; only Python 3 is read. " : "") + sentences + more);
    }

    private static String sentence(String reason, List<Place> places) {
        String shown = places.stream().limit(SHOWN).map(Place::lines).collect(Collectors.joining(", "));
        String more = places.size() > SHOWN ? " and " + (places.size() - SHOWN) + " more" : "";
        boolean one = places.size() == 1 && places.get(0).first == places.get(0).last;
        return (one ? "Line " : "Lines ") + shown + more + (one ? " was" : " were") + " not read: " + reason
                + (reason.endsWith("?") ? "" : ".");
    }
}
