package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The definitions of all alarms that an account has, whoever made them; those of unusual kinds are left out. */
final class ExistingAlarms implements Supplier<List<AlarmDefinition>> {

    private final AlarmGateway alarms;

    ExistingAlarms(AlarmGateway alarms) {
        this.alarms = alarms;
    }

    @Override
    public List<AlarmDefinition> get() {
        return alarms.beginning("").stream()
                .map(ObservedAlarm::definition)
                .flatMap(Optional::stream)
                .toList();
    }
}
