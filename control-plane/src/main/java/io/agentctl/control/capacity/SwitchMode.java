package io.agentctl.control.capacity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.progress.Cancellation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings a table to a mode, and to provisioned with what was recorded for it and each index. Waits for whatever update
 * is under way first, for until then DynamoDB refuses this one; a way back waits for its own too.
 */
final class SwitchMode implements ActionHandler {

    /** Under which name it is kept when a table became on demand: the ledger of switches reads it. */
    static final String SWITCHED_AT = "switchedAt";

    private static final String TYPE = "table.switch-mode";
    private static final String MODE = "mode";
    private static final String THROUGHPUT = "throughput";
    private static final String WAIT = "wait";

    private final TablesGateway tables;
    private final TableSettling settling;
    private final Clock clock;

    SwitchMode(TablesGateway tables, TableSettling settling, Clock clock) {
        this.tables = tables;
        this.settling = settling;
        this.clock = clock;
    }

    static Action toOnDemand(TableName table) {
        return Action.of(TYPE, Map.of(TableName.ARGUMENT, table.value(), MODE, Mode.ON_DEMAND.toString()));
    }

    static Action toProvisioned(TableName table, Throughputs throughputs) {
        return Action.of(
                TYPE,
                Map.of(
                        TableName.ARGUMENT,
                        table.value(),
                        MODE,
                        Mode.PROVISIONED.toString(),
                        THROUGHPUT,
                        throughputs.toString()));
    }

    /** The same as a way back: it is over once the table is settled again. */
    static Action waiting(Action action) {
        return action.with(WAIT, "true");
    }

    /** True if an action, if it was carried out, counts against the switches that DynamoDB allows. */
    static boolean countsAsSwitch(Action action) {
        return action.type().equals(TYPE) && Mode.parse(action.argument(MODE)) == Mode.ON_DEMAND;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        TableName name = TableName.of(action);
        Cancellation cancellation = context.progress().cancellation();
        ObservedTable table = settling.settled(name, cancellation);
        Mode wanted = Mode.parse(action.argument(MODE));
        if (table.mode() == wanted) {
            return wanted == Mode.ON_DEMAND
                    ? Outcome.with(
                            SWITCHED_AT,
                            table.lastSwitchToOnDemand()
                                    .orElseGet(clock::instant)
                                    .toString())
                    : Outcome.done();
        }
        Instant asked = clock.instant();
        switch (wanted) {
            case ON_DEMAND -> tables.switchToOnDemand(name);
            case PROVISIONED -> tables.switchToProvisioned(name, throughputs(table, action));
        }
        if (action.arguments().containsKey(WAIT)) {
            settling.settled(name, cancellation);
        }
        return wanted == Mode.ON_DEMAND ? Outcome.with(SWITCHED_AT, asked.toString()) : Outcome.done();
    }

    /** Of what was recorded, that of the indexes that are still there; there must be some for each. */
    private static Throughputs throughputs(ObservedTable table, Action action) {
        Throughputs recorded = Throughputs.parse(action.argument(THROUGHPUT));
        List<String> indexes = table.parts().stream().map(ObservedPart::index).toList();
        List<String> unknown = indexes.stream()
                .filter(index -> !recorded.parts().containsKey(index))
                .toList();
        if (!unknown.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "table " + table.name() + " has got an index meanwhile for which no throughput is known: "
                            + String.join(", ", unknown),
                    "Plan anew: agentctl table switch " + table.name() + " --to provisioned");
        }
        return Throughputs.of(recorded.parts().entrySet().stream()
                .filter(part -> indexes.contains(part.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
