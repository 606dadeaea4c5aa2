package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.compose.AlarmLint;
import io.agentctl.control.alarms.compose.Composition;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what is wanted before it meets AWS: what is wrong with it, and what it stands on. */
final class Examination {

    private final Grounds grounds;

    Examination(Grounds grounds) {
        this.grounds = grounds;
    }

    /**
     * All that there is to say; of objectives that Application Signals keeps, whether it will find something to count.
     */
    List<Finding> of(Composition wanted, List<Objective> objectives, String region) {
        List<Objective> kept = objectives.stream()
                .filter(objective -> objective.alerting().backend() == Backend.APPLICATION_SIGNALS)
                .toList();
        AlarmLint.Surroundings known =
                grounds.of(wanted, kept.stream().flatMap(Examination::measured).toList(), region);
        List<Finding> findings = new ArrayList<>(AlarmLint.check(wanted, known));
        for (Objective objective : kept) {
            measured(objective)
                    .filter(known.metricsWithoutData()::contains)
                    .forEach(single -> findings.add(Finding.of(
                            Finding.Severity.WARNING,
                            objective.position(),
                            objective.name() + ": nothing was measured of " + single.metric() + " lately; Application"
                                    + " Signals will count nothing until it is")));
        }
        return findings;
    }

    private static Stream<Watched.Single> measured(Objective objective) {
        Stream<Indicator.Reading> readings =
                switch (objective.indicator()) {
                    case Indicator.Ratio ratio -> Stream.of(ratio.events(), ratio.total());
                    case Indicator.Threshold threshold -> Stream.of(threshold.figure());
                };
        return readings.map(reading -> new Watched.Single(reading.metric(), reading.statistic(), reading.unit()));
    }
}
