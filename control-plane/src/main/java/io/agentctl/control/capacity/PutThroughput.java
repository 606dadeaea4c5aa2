package io.agentctl.control.capacity;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives meters of a table, or of an index, the units that were fixed before they scaled: scaling that is taken away
 * leaves them at what it last made of them.
 */
final class PutThroughput implements ActionHandler {

    private static final String TYPE = "table.put-throughput";
    private static final String INDEX = "index";

    private final TablesGateway tables;
    private final TableSettling settling;

    PutThroughput(TablesGateway tables, TableSettling settling) {
        this.tables = tables;
        this.settling = settling;
    }

    /**
     * The action; carried out while nothing has moved yet, it changes nothing.
     *
     * @param directions of which the part's present units are to be put back
     */
    static Action action(TableName table, ObservedPart part, List<Direction> directions) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put(TableName.ARGUMENT, table.value());
        arguments.put(INDEX, part.index());
        directions.forEach(direction -> arguments.put(
                direction.name(), Integer.toString(part.throughput().units(direction))));
        return Action.of(TYPE, arguments);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        TableName name = TableName.of(action);
        ObservedTable table = settling.settled(name, context.progress().cancellation());
        // On demand, or without the index, there is nothing left to give units to.
        if (table.mode() == Mode.PROVISIONED) {
            table.part(action.argument(INDEX))
                    .filter(part -> !wanted(part, action).equals(part.throughput()))
                    .ifPresent(part -> {
                        tables.provision(name, part.index(), wanted(part, action));
                        settling.settled(name, context.progress().cancellation());
                    });
        }
        return Outcome.done();
    }

    private static Throughput wanted(ObservedPart part, Action action) {
        Throughput wanted = part.throughput();
        for (Direction direction : Direction.values()) {
            String units = action.arguments().get(direction.name());
            wanted = units == null ? wanted : wanted.with(direction, Integer.parseInt(units));
        }
        return wanted;
    }
}
