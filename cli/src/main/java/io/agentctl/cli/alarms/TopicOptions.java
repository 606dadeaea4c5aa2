package io.agentctl.cli.alarms;

import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Who is told where an objective names nobody. */
public final class TopicOptions {

    @Option(
            names = "--page-topic",
            paramLabel = "TOPIC",
            description = "Who is woken, where an objective names nobody: a topic's ARN, or its name.")
    private String pageTopic;

    @Option(
            names = "--ticket-topic",
            paramLabel = "TOPIC",
            description = "Who is told in working hours, where an objective names nobody.")
    private String ticketTopic;

    /** Whoever is woken is also told that it is over; a ticket is closed by whoever worked on it. */
    public Map<Urgency, Recipients> usual() {
        Map<Urgency, Recipients> usual = new EnumMap<>(Urgency.class);
        if (pageTopic != null) {
            usual.put(Urgency.PAGE, new Recipients(List.of(pageTopic), List.of(pageTopic), List.of()));
        }
        if (ticketTopic != null) {
            usual.put(Urgency.TICKET, new Recipients(List.of(ticketTopic), List.of(), List.of()));
        }
        return usual;
    }
}
