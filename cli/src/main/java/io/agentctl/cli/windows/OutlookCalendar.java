package io.agentctl.cli.windows;

import io.agentctl.control.windows.WindowOutlook;
import io.agentctl.control.windows.calendar.WindowCalendar.Transition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Previews of windows as a calendar (RFC 5545): an event for each time that services sleep. */
final class OutlookCalendar {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private OutlookCalendar() {}

    static String text(OutlookPage.Result result) {
        OutlookCalendar calendar = new OutlookCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//agentctl//windows//EN");
        result.windows().forEach(outlook -> calendar.window(outlook, result));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void window(WindowOutlook outlook, OutlookPage.Result result) {
        boolean first = outlook.transitions().isEmpty()
                || !outlook.transitions().getFirst().asleep();
        Instant since = first && asleepAtFirst(outlook) ? result.from() : null;
        for (Transition transition : outlook.transitions()) {
            if (transition.asleep()) {
                since = transition.at();
            } else if (since != null) {
                event(outlook, since, transition.at(), result.from());
                since = null;
            }
        }
        if (since != null) {
            event(outlook, since, result.to(), result.from());
        }
    }

    /** A first change to awake means that it slept before; without any change its hours tell. */
    private static boolean asleepAtFirst(WindowOutlook outlook) {
        return !outlook.transitions().isEmpty() || outlook.hoursAsleep() > 0;
    }

    private void event(WindowOutlook outlook, Instant from, Instant to, Instant stamp) {
        line("BEGIN:VEVENT");
        line("UID:" + outlook.window() + "-" + TIME.format(from) + "@agentctl");
        line("DTSTAMP:" + TIME.format(stamp));
        line("DTSTART:" + TIME.format(from));
        line("DTEND:" + TIME.format(to));
        line("SUMMARY:" + escaped(outlook.window() + ": " + outlook.services() + " asleep"));
        line("END:VEVENT");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
    }

    /** Lines end with CR LF, and none has more than 75 octets: longer ones are folded, between two characters. */
    private void line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            String sign = Character.toString(line.codePointAt(at));
            int more = sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(sign);
            octets += more;
            at += sign.length();
        }
        text.append("\r\n");
    }
}
