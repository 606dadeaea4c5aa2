package io.agentctl.control.slo;

import io.agentctl.control.slo.BurnRatePair.Urgency;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When somebody is to be told that budget is being spent, and who.
 *
 * @param pairs the windows in which fast spending is looked for; none for an objective that alarms nobody
 * @param fewestEvents with fewer events in a window, nobody is told: one failure of three requests is no outage
 * @param recipients who is told, by urgency; those who are not named are nobody
 * @param backend what keeps watch
 */
public record Alerting(
        List<BurnRatePair> pairs, double fewestEvents, SortedMap<Urgency, Recipients> recipients, Backend backend) {

    /** Nobody is told. */
    public static final Alerting NONE = new Alerting(List.of(), 0, Collections.emptySortedMap(), Backend.ALARMS);

    /**
     * Which pairs are looked at unless a file says otherwise (Site Reliability Workbook, chapter 5, table 5-8, with the
     * second pair of tickets split in two).
     */
    public static final List<BurnRatePair> USUAL_PAIRS = List.of(
            new BurnRatePair(0.02, Duration.ofHours(1), Duration.ofMinutes(5), Urgency.PAGE),
            new BurnRatePair(0.05, Duration.ofHours(6), Duration.ofMinutes(30), Urgency.PAGE),
            new BurnRatePair(0.10, Duration.ofDays(1), Duration.ofHours(2), Urgency.TICKET),
            new BurnRatePair(0.10, Duration.ofDays(3), Duration.ofHours(6), Urgency.TICKET));

    public Alerting {
        pairs = List.copyOf(pairs);
        recipients = Collections.unmodifiableSortedMap(new TreeMap<>(recipients));
        if (!(fewestEvents >= 0)) {
            throw new IllegalArgumentException("a number of events is not negative: " + fewestEvents);
        }
    }

    /** The same, kept by another. */
    public Alerting keptBy(Backend other) {
        return new Alerting(pairs, fewestEvents, recipients, other);
    }

    /** Who is told with an urgency. */
    public Recipients of(Urgency urgency) {
        return recipients.getOrDefault(urgency, Recipients.NOBODY);
    }

    /**
     * Topics of SNS, each as an ARN or by its name in the account and region that the alarms are in.
     *
     * @param spending told when budget is spent too fast
     * @param resolved told when it no longer is
     * @param noData told when there is nothing to tell it from
     */
    public record Recipients(List<String> spending, List<String> resolved, List<String> noData) {

        public static final Recipients NOBODY = new Recipients(List.of(), List.of(), List.of());

        /**
         * Who is told where an objective names nobody. Whoever is woken is also told that it is over; a ticket is
         * closed by whoever worked on it.
         *
         * @param page the topic for what wakes somebody
         * @param ticket the topic for what waits for working hours
         */
        public static Map<Urgency, Recipients> usual(Optional<String> page, Optional<String> ticket) {
            Map<Urgency, Recipients> usual = new EnumMap<>(Urgency.class);
            page.ifPresent(topic -> usual.put(Urgency.PAGE, new Recipients(List.of(topic), List.of(topic), List.of())));
            ticket.ifPresent(topic -> usual.put(Urgency.TICKET, new Recipients(List.of(topic), List.of(), List.of())));
            return usual;
        }

        public Recipients {
            spending = List.copyOf(spending);
            resolved = List.copyOf(resolved);
            noData = List.copyOf(noData);
        }
    }
}
