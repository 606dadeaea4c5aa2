package io.agentctl.sandbox.alarm;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import io.agentctl.sandbox.time.Simulation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;

/** All alarms of an account; to be used inside {@link Simulation#now}. */
public final class AlarmBook {
    private final Simulation simulation;
    private final Arns arns;
    private final AlarmLog log;
    private final TreeMap<String, Alarm> alarms = new TreeMap<>();

    /**
     * An account without alarms.
     *
     * @param simulation when it is, and the lock
     * @param arns account and region
     */
    public AlarmBook(Simulation simulation, Arns arns) {
        this.simulation = simulation;
        this.arns = arns;
        this.log = new AlarmLog();
    }

    Simulation simulation() {
        return simulation;
    }

    Instant now() {
        return simulation.instant();
    }

    Arns arns() {
        return arns;
    }

    AlarmLog log() {
        return log;
    }

    /** Has the history tell that an alarm's configuration was created, updated or deleted. */
    void noteConfiguration(Alarm alarm, String verb, String type) {
        log.add(
                alarm,
                HistoryItemType.CONFIGURATION_UPDATE,
                "Alarm \"" + alarm.name() + "\" " + verb,
                HistoryData.configuration(alarm, type, verb + "Alarm"),
                now());
    }

    String arn(String name) {
        return "arn:aws:cloudwatch:" + arns.region() + ":" + arns.account() + ":alarm:" + name;
    }

    /** In the order of their names. */
    Collection<Alarm> all() {
        return alarms.values();
    }

    void add(Alarm alarm) {
        alarms.put(alarm.name(), alarm);
    }

    void remove(Alarm alarm) {
        alarms.remove(alarm.name());
    }

    /** Finds an alarm by its name or ARN. */
    Optional<Alarm> find(String nameOrArn) {
        return Optional.ofNullable(alarms.get(name(nameOrArn)));
    }

    /** The name in an ARN of this account and region, or the name itself. */
    String name(String nameOrArn) {
        String prefix = arn("");
        return nameOrArn.startsWith(prefix) ? nameOrArn.substring(prefix.length()) : nameOrArn;
    }

    /** The alarm of that ARN, as the operations on tags name it. */
    Alarm tagged(String arn) {
        return find(arn == null ? "" : arn)
                .filter(alarm -> alarm.arn().equals(arn))
                .orElseThrow(CloudWatchErrors::noResource);
    }

    /** The composite alarms whose rules name an alarm. */
    List<Alarm> parents(String name) {
        return alarms.values().stream()
                .filter(alarm -> children(alarm).contains(name))
                .toList();
    }

    /** The names of the alarms that a composite alarm's rule names; none for a metric alarm. */
    List<String> children(Alarm alarm) {
        return switch (alarm.definition()) {
            case Definition.OfMetric ignored -> List.of();
            case Definition.OfAlarms composite ->
                composite.rule().alarms().map(this::name).distinct().toList();
        };
    }

    /** The name of the alarm that holds a composite alarm's actions back. */
    Optional<String> suppressor(Alarm alarm) {
        return switch (alarm.definition()) {
            case Definition.OfMetric ignored -> Optional.empty();
            case Definition.OfAlarms composite -> composite.suppressor().map(this::name);
        };
    }
}
