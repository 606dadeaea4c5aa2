package io.agentctl.cli.alarms;

import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import java.util.Map;
import java.util.Optional;
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

    /** The same as recipients. */
    public Map<Urgency, Recipients> usual() {
        return Recipients.usual(Optional.ofNullable(pageTopic), Optional.ofNullable(ticketTopic));
    }
}
