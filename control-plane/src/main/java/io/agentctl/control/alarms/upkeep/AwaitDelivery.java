package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.upkeep.ShowHistory.Entry;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Waits until CloudWatch's history says what became of the actions of an alarm that was set to ALARM; in the sandbox it
 * then reads the messages where topics deliver them.
 */
final class AwaitDelivery implements ActionHandler {

    static final String TYPE = "alarms.await-delivery";
    /** Under which name the history's words are kept, a line each. */
    static final String TOLD = "told";
    /** Under which name is kept what was read from queues, a line each. */
    static final String RECEIVED = "received";

    private static final String ACTION = "Action";
    private static final String NAME = "name";
    private static final String SINCE = "since";
    private static final String EXPECTED = "expected";
    private static final String PATIENCE = "patience";

    private final HistoryGateway history;
    private final Queues queues;
    private final Clock clock;
    private final Duration poll;

    /** Reads what a topic, by its ARN, delivered that speaks of something. */
    interface Queues {

        /** Where queues are not to be read. */
        Queues LEFT_ALONE = (topic, mark) -> List.of();

        List<String> received(String topic, String mark);
    }

    AwaitDelivery(HistoryGateway history, Queues queues, Clock clock, Duration poll) {
        this.history = history;
        this.queues = queues;
        this.clock = clock;
        this.poll = poll;
    }

    /** @param expected what the alarm does: ARNs */
    static Action action(String name, Instant since, List<String> expected, Duration patience) {
        return Action.of(
                TYPE,
                Map.of(
                        NAME,
                        name,
                        SINCE,
                        since.toString(),
                        EXPECTED,
                        String.join(" ", expected),
                        PATIENCE,
                        patience.toString()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        String name = action.argument(NAME);
        Instant since = Instant.parse(action.argument(SINCE));
        List<String> expected = List.of(action.argument(EXPECTED).split(" "));
        Instant deadline = clock.instant().plus(Duration.parse(action.argument(PATIENCE)));
        while (true) {
            List<String> told = told(name, since);
            if (told.size() >= expected.size()) {
                return new Outcome(
                        Map.of(
                                TOLD,
                                String.join("\n", told),
                                RECEIVED,
                                String.join("\n", received(expected, context.operation()))),
                        true);
            }
            boolean over = !clock.instant().isBefore(deadline)
                    || !context.progress().cancellation().sleep(poll);
            if (over) {
                return Outcome.unseen("CloudWatch's history tells of " + told.size() + " of " + expected.size()
                        + " actions within the time there was");
            }
        }
    }

    private List<String> received(List<String> actions, OperationId operation) {
        return actions.stream()
                .filter(action -> action.contains(":sns:"))
                .flatMap(topic -> queues.received(topic, SetState.mark(operation)).stream())
                .toList();
    }

    private List<String> told(String name, Instant since) {
        return history.between(Optional.of(name), since, clock.instant().plus(poll)).stream()
                .filter(entry -> entry.what().equals(ACTION))
                .map(Entry::summary)
                .toList();
    }
}
