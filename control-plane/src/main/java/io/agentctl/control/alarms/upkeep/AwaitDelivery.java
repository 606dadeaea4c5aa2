package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.upkeep.ShowHistory.Entry;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waits until CloudWatch's history says what became of the actions of an alarm that was set to ALARM. */
final class AwaitDelivery implements ActionHandler {

    static final String TYPE = "alarms.await-delivery";
    /** Under which name the history's words are kept, a line each. */
    static final String TOLD = "told";

    private static final String ACTION = "Action";
    private static final String NAME = "name";
    private static final String SINCE = "since";
    private static final String EXPECTED = "expected";
    private static final String PATIENCE = "patience";

    private final HistoryGateway history;
    private final Clock clock;
    private final Duration poll;

    AwaitDelivery(HistoryGateway history, Clock clock, Duration poll) {
        this.history = history;
        this.clock = clock;
        this.poll = poll;
    }

    /** @param expected how many actions the alarm has */
    static Action action(String name, Instant since, int expected, Duration patience) {
        return Action.of(
                TYPE,
                Map.of(
                        NAME,
                        name,
                        SINCE,
                        since.toString(),
                        EXPECTED,
                        Integer.toString(expected),
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
        int expected = Integer.parseInt(action.argument(EXPECTED));
        Instant deadline = clock.instant().plus(Duration.parse(action.argument(PATIENCE)));
        while (true) {
            List<String> told = told(name, since);
            if (told.size() >= expected) {
                return Outcome.with(TOLD, String.join("\n", told));
            }
            boolean over = !clock.instant().isBefore(deadline)
                    || !context.progress().cancellation().sleep(poll);
            if (over) {
                return Outcome.unseen("CloudWatch's history tells of " + told.size() + " of " + expected
                        + " actions within the time there was");
            }
        }
    }

    private List<String> told(String name, Instant since) {
        return history.between(Optional.of(name), since, clock.instant().plus(poll)).stream()
                .filter(entry -> entry.what().equals(ACTION))
                .map(Entry::summary)
                .toList();
    }
}
