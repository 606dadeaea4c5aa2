package io.agentctl.sandbox.logs;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.time.Simulation;
import java.util.Map;
import java.util.TreeMap;

/** All log groups of an account; to be used inside {@link Simulation#now}. */
final class LogsState {
    private final Simulation simulation;
    private final Arns arns;
    private final Map<String, LogStreams> groups = new TreeMap<>();

    LogsState(Simulation simulation, Arns arns) {
        this.simulation = simulation;
        this.arns = arns;
    }

    long now() {
        return simulation.instant().toEpochMilli();
    }

    Map<String, LogStreams> groups() {
        return groups;
    }

    String arn(String group) {
        return "arn:aws:logs:" + arns.region() + ":" + arns.account() + ":log-group:" + group;
    }

    /** The group of that name or ARN. */
    LogStreams group(String name, String identifier) {
        String wanted = name == null ? identifier : name;
        if (wanted == null) {
            throw LogsErrors.invalid("1 validation error detected: Value null at 'logGroupName' failed to satisfy"
                    + " constraint: Member must not be null");
        }
        String prefix = arn("");
        String plain =
                wanted.startsWith(prefix) ? wanted.substring(prefix.length()).replaceAll(":\\*$", "") : wanted;
        LogStreams group = groups.get(plain);
        if (group == null) {
            throw LogsErrors.noGroup();
        }
        return group;
    }
}
