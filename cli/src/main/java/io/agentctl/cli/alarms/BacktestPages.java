package io.agentctl.cli.alarms;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.alarms.backtest.Scorecard;
import io.agentctl.control.alarms.backtest.ThresholdTuner.Candidate;
import io.agentctl.control.alarms.backtest.ThresholdTuner.Proposal;
import io.agentctl.control.alarms.backtest.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Alarms tried on history, laid out for people. */
final class BacktestPages {

    private static final int MOST_ALARMS = 20;

    private BacktestPages() {}

    static void trial(Trial trial, boolean labelled, Page page) {
        page.line(Tone.STRONG, text(trial.rule()) + ", from " + trial.from() + " to " + trial.to());
        page.table(
                trial.alarms().stream().limit(MOST_ALARMS).toList(),
                List.of(
                        Column.text("ALARM FROM", span -> span.from().toString()),
                        Column.text("FOR", span -> length(Duration.between(span.from(), span.to())))));
        if (trial.alarms().size() > MOST_ALARMS) {
            page.line("and " + (trial.alarms().size() - MOST_ALARMS) + " more");
        }
        page.line(count(trial.score().pages(), "page") + ", in ALARM for "
                + length(trial.score().inAlarm()) + " in all" + (labelled ? "; " + worth(trial.score()) : ""));
        if (!trial.uncertain().isZero()) {
            page.line(
                    Tone.WARNING,
                    "For " + length(trial.uncertain())
                            + " data was missing that counts: there the state rests on how missing data is treated.");
        }
    }

    static void proposal(Proposal proposal, Page page) {
        page.line(
                Tone.STRONG, "Proposed: alarms that tell nobody themselves, and a composite that pages when one fires");
        proposal.alarms()
                .forEach(alarm -> page.line("  for %-14s %s".formatted(alarm.purpose() + ":", text(alarm.rule()))));
        if (proposal.drift() != 0) {
            page.line("From day to day it goes " + (proposal.drift() > 0 ? "up" : "down")
                    + ": thresholds are moved along by " + number(Math.abs(proposal.drift())) + ".");
        }
        page.line("On the first half, where they were found:  " + worth(proposal.seen()));
        page.line("On the second half, which they had not seen:  " + worth(proposal.unseen()));
        page.blank();
        page.line("Single alarms on the frontier of delay against pages in vain; how each did on the unseen half:");
        page.table(
                proposal.frontier(),
                List.of(
                        Column.text("ALARM", candidate -> text(candidate.rule())),
                        Column.text("FOUND", candidate -> found(candidate.unseen())),
                        Column.text("USUAL DELAY", BacktestPages::delay),
                        Column.number(
                                "IN VAIN",
                                candidate -> String.valueOf(candidate.unseen().falsePages()))));
    }

    private static String delay(Candidate candidate) {
        return candidate.unseen().usualDelay().map(BacktestPages::length).orElse("");
    }

    private static String text(AlarmRule rule) {
        return "%d of %d averages over %s %s %s"
                .formatted(
                        rule.datapointsToAlarm(),
                        rule.evaluationPeriods(),
                        length(Duration.ofSeconds(rule.periodSeconds())),
                        rule.comparison().symbol(),
                        number(rule.threshold()));
    }

    static String worth(Scorecard score) {
        return "found " + found(score) + " incidents"
                + score.usualDelay().map(delay -> " after " + length(delay)).orElse("") + ", "
                + count(score.falsePages(), "page") + " in vain";
    }

    static String found(Scorecard score) {
        return score.detected() + " of " + score.incidents();
    }

    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    /** Days, hours and minutes: {@code 2d 3h}, {@code 5m}. */
    static String length(Duration duration) {
        long days = duration.toDays();
        String text = (days > 0 ? days + "d " : "")
                + (duration.toHoursPart() > 0 ? duration.toHoursPart() + "h " : "")
                + (duration.toMinutesPart() > 0 && days == 0 ? duration.toMinutesPart() + "m" : "");
        return text.isEmpty() ? duration.toSeconds() + "s" : text.strip();
    }
}
