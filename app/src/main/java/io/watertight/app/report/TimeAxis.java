package io.watertight.app.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round marks of a stretch of time, as seconds since 1970 UTC: years, months, days or hours, whatever gives about six. */
record TimeAxis(double start, double end) {

    /** A place and what is written there. */
    record Tick(double at, String label) {}

    private static final int DAY = 86_400;

    List<Tick> ticks() {
        double days = (end - start) / DAY;
        if (days > 3 * 365) {
            return byMonths(12 * Math.max(1, (int) Math.ceil(days / 365 / 7)), "yyyy");
        }
        if (days > 90) {
            double wanted = days / 30 / 7;
            return byMonths(wanted <= 1 ? 1 : wanted <= 3 ? 3 : 6, "MMM yyyy");
        }
        double[] steps =
                days > 3 ? new double[] {DAY, 2 * DAY, 7 * DAY, 14 * DAY} : new double[] {60, 600, 3600, 21_600};
        double step = steps[steps.length - 1];
        for (int index = steps.length - 1; index >= 0; index--) {
            if ((end - start) / steps[index] <= 7) {
                step = steps[index];
            }
        }
        return bySeconds(step, days > 3 ? "d MMM yyyy" : "d MMM HH:mm");
    }

    private List<Tick> byMonths(int months, String pattern) {
        LocalDate day = Instant.ofEpochSecond((long) start)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1);
        if (months > 1) {
            day = day.withDayOfYear(1);
        }
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate at = day; at.atStartOfDay(ZoneOffset.UTC).toEpochSecond() <= end; at = at.plusMonths(months)) {
            long seconds = at.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            if (seconds >= start) {
                ticks.add(new Tick(
                        seconds,
                        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at)));
            }
        }
        return ticks;
    }

    private List<Tick> bySeconds(double step, String pattern) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
        List<Tick> ticks = new ArrayList<>();
        for (double at = Math.ceil(start / step) * step; at <= end && ticks.size() < 10; at += step) {
            ticks.add(new Tick(at, format.format(Instant.ofEpochSecond((long) at))));
        }
        return ticks;
    }
}
