package io.agentctl.plane.schedule;

import io.agentctl.control.schedules.KnownFinding;
import io.agentctl.control.schedules.KnownFinding.Telling;
import io.agentctl.control.schedules.ScheduleFinding;
import io.agentctl.control.schedules.ScheduleStanding;
import java.util.List;

/**
 * What a topic's subscribers read: plain text, the most important first.
 *
 * @param subject one line
 * @param text all of it
 */
public record FindingsMessage(String subject, String text) {

    /** SNS takes messages of 256 KB; nobody reads so much. */
    private static final int LISTED = 50;

    /**
     * What is to be told of a schedule.
     *
     * @param project whose it is
     * @param place where that is, in words
     */
    public static FindingsMessage of(ScheduleStanding standing, String project, String place) {
        List<ScheduleFinding> fresh = those(standing, Telling.NEW);
        List<ScheduleFinding> over = those(standing, Telling.OVER);
        List<ScheduleFinding> known = those(standing, Telling.TOLD);
        StringBuilder text =
                new StringBuilder(standing.what()).append(", in ").append(place).append(".\n");
        if (!fresh.isEmpty()) {
            text.append("\nFound:\n");
            list(fresh, text);
            text.append("\nNext:\n");
            fresh.stream().map(ScheduleFinding::next).distinct().limit(LISTED).forEach(next -> text.append("- ")
                    .append(next)
                    .append('\n'));
        }
        if (!over.isEmpty()) {
            text.append("\nOver:\n");
            list(
                    over.stream()
                            .map(gone -> new ScheduleFinding(gone.what(), "is over", ""))
                            .toList(),
                    text);
        }
        if (!known.isEmpty()) {
            text.append("\nStill there: ").append(count(known.size())).append(" told before.\n");
        }
        text.append("\nSchedule ")
                .append(standing.name())
                .append(", due at ")
                .append(standing.due())
                .append(", ")
                .append(standing.run())
                .append(". All of them: agentctl ops schedules\n");
        return new FindingsMessage(
                project + ", " + standing.name() + ": "
                        + (fresh.isEmpty() ? count(over.size()) + " over" : count(fresh.size())),
                text.toString());
    }

    private static void list(List<ScheduleFinding> findings, StringBuilder text) {
        findings.stream()
                .limit(LISTED)
                .forEach(finding -> text.append("- ").append(line(finding)).append('\n'));
        if (findings.size() > LISTED) {
            text.append("- and ").append(findings.size() - LISTED).append(" more\n");
        }
    }

    /** A finding in one sentence. */
    public static String line(ScheduleFinding finding) {
        return finding.what() + " " + finding.text();
    }

    private static List<ScheduleFinding> those(ScheduleStanding standing, Telling telling) {
        return standing.findings().stream()
                .filter(known -> known.telling() == telling)
                .map(KnownFinding::finding)
                .toList();
    }

    private static String count(int findings) {
        return findings == 1 ? "1 finding" : findings + " findings";
    }
}
