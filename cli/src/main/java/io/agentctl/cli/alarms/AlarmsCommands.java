package io.agentctl.cli.alarms;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Surroundings;
import java.util.List;

/** {@code agentctl alarms}: its verbs, with the use cases that they run. */
public final class AlarmsCommands {

    private final Surroundings surroundings;

    public AlarmsCommands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(new Leaf(
                "backtest",
                "Try an alarm, or find better thresholds, on what was measured.",
                () -> new AlarmsBacktest(surroundings.directory())));
    }
}
