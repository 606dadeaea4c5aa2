package io.agentctl.control.lambda.report;

import io.agentctl.control.race.VerdictWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a report comes to, in the words that the terminal and the HTML page share.
 *
 * @param report what was found
 */
public record SweepSummary(SweepReport report) {

    /** What may stand in a command without quotes. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** How far advice can be relied on. */
    public enum Standing {
        /** Advised, and proven. */
        SURE,
        /** Advised, but a limit or Ctrl-C came first. */
        UNSURE,
        /** Nothing is advised. */
        NONE
    }

    /**
     * How one size compares with another.
     *
     * @param cost the difference as a share: -0.4 for 40% cheaper
     * @param time the same for the time that a caller waits
     */
    public record Difference(double cost, double time) {}

    /** How far the advice can be relied on. */
    public Standing standing() {
        if (report.advised().isEmpty()) {
            return Standing.NONE;
        }
        return report.proven() ? Standing.SURE : Standing.UNSURE;
    }

    /** What was found, without its full stop. */
    public String headline() {
        return report.advised().map(this::advice).orElseGet(this::nothing);
    }

    private String advice(ReportedSize size) {
        String what = name(size) + (size.equals(report.current()) ? ", the size that it has," : "");
        return report.verdict() == VerdictWord.RUNNING
                ? what + " leads so far; it was stopped while it measured"
                : what + " is advised, with " + howSure();
    }

    private String nothing() {
        return switch (report.verdict()) {
            case TARGET_MISSED -> "no size meets " + report.strategy() + ", with " + howSure();
            case ALL_FAILED -> "every size failed, so none is advised";
            case LIMIT_REACHED -> "a limit was reached before any size could be advised";
            case DECIDED, TIED, RUNNING -> "it was stopped before any size could be advised";
        };
    }

    /** How sure the advice is: a proven confidence, or the probability when a limit was reached. */
    public String howSure() {
        return (report.proven()
                ? SweepNumbers.sure(report.confidence()) + " confidence"
                : "a probability of " + SweepNumbers.sure(report.confidence()));
    }

    /** What the advised size changes; nothing if it is the current one, or if that was not measured. */
    public Optional<Difference> change() {
        return report.advised()
                .filter(advised -> !advised.equals(report.current()))
                .flatMap(report::at)
                .flatMap(best -> report.at(report.current()).flatMap(now -> between(now, best)));
    }

    /** The same in words; says so where the current size was not measured. */
    public Optional<String> changeInWords() {
        if (report.advised().isEmpty() || report.advised().get().equals(report.current())) {
            return Optional.empty();
        }
        return Optional.of(change().map(change -> "cost " + SweepNumbers.signed(change.cost()) + ", time "
                        + SweepNumbers.signed(change.time()) + " against the " + name(report.current())
                        + " that it has")
                .orElse("it has " + name(report.current()) + ", for which there are no figures"));
    }

    /** How one size compares with another, where both have estimates. */
    public static Optional<Difference> between(MeasuredSize from, MeasuredSize to) {
        return from.usdPerMillion().flatMap(fromUsd -> to.usdPerMillion()
                .flatMap(toUsd -> from.time().flatMap(fromTime -> to.time()
                        .map(toTime -> new Difference(
                                toUsd.estimate() / fromUsd.estimate() - 1,
                                toTime.estimate() / fromTime.estimate() - 1)))));
    }

    /** The sizes that no other beats in both cost and time, from the cheapest to the fastest. */
    public List<MeasuredSize> frontier() {
        return report.sizes().stream()
                .filter(MeasuredSize::onFrontier)
                .filter(size -> size.usdPerMillion().isPresent() && size.time().isPresent())
                .sorted(Comparator.comparingDouble(
                        size -> size.usdPerMillion().orElseThrow().estimate()))
                .toList();
    }

    /** A size; the architecture is only said where there is more than one. */
    public String name(ReportedSize size) {
        return severalArchitectures() ? size.toString() : size.memory() + " MB";
    }

    /** Whether the sizes, or the best and the current one, differ in architecture. */
    public boolean severalArchitectures() {
        return report.sizes().stream()
                .anyMatch(size -> !size.architecture().equals(report.current().architecture()));
    }

    /** The verdict on a size: the reason where there is one. */
    public String verdict(MeasuredSize size) {
        return size.reason().isEmpty() ? size.verdict() : plain(size.reason());
    }

    /** What was decided, a few sentences. */
    public String explanation() {
        return plain(report.explanation());
    }

    /** A text without the architecture that all sizes have. */
    private String plain(String text) {
        return severalArchitectures()
                ? text
                : text.replace(" MB " + report.current().architecture(), " MB");
    }

    /** Where and when. */
    public String place() {
        return "context " + report.context() + ", account " + report.account() + ", " + report.region() + ", "
                + report.measuredAt();
    }

    /** What the sweep itself took. */
    public String spent() {
        return String.format(
                Locale.ROOT,
                "%,d %s in %,d %s, %s spent",
                report.invocations(),
                report.invocations() == 1 ? "invocation" : "invocations",
                report.rounds(),
                report.rounds() == 1 ? "round" : "rounds",
                SweepNumbers.spent(report.spend()));
    }

    /** What the sweep was allowed. */
    public String allowed() {
        return String.format(Locale.ROOT, "%,d invocations", report.maxInvocations())
                + (report.maxSpend().isPresent()
                        ? " and " + SweepNumbers.spent(report.maxSpend().getAsDouble())
                        : "");
    }

    /** What the reader should know, sentences without full stops. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (report.mostlyCold()) {
            remarks.add("hardly any invocation was warm, so warm and cold starts were counted alike");
        } else if (report.coldShare() > 0) {
            remarks.add(
                    String.format(Locale.ROOT, "cost and time are for %.1f%% cold starts", 100 * report.coldShare()));
        }
        if (report.clientTimed()) {
            remarks.add("some invocations had no report, so their times are the client's, the network included");
        }
        remarks.addAll(report.remarks());
        return List.copyOf(remarks);
    }

    /** The command that takes the advice; nothing if there is none, or nothing to change. */
    public Optional<String> next() {
        return report.advised()
                .filter(size -> !size.equals(report.current()))
                .filter(ignored -> PLAIN_NAME.matcher(report.function()).matches())
                .map(size -> "agentctl lambda apply " + report.function() + " --memory " + size.memory()
                        + (size.architecture().equals(report.current().architecture())
                                ? ""
                                : " --architecture " + size.architecture()));
    }
}
