package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Changes the alarms of an objective, to be killed at it. Its arguments: the endpoint, the journal's folder. */
final class AlarmProgram {

    private AlarmProgram() {}

    public static void main(String[] arguments) {
        Boundaries boundaries = Boundaries.ofThisProcess();
        try (AlarmBench bench = new AlarmBench(
                URI.create(arguments[0]),
                Path.of(arguments[1]),
                List.of(BoundaryInterceptor.ofChanges(boundaries)),
                journal -> new BoundaryJournal(journal, boundaries))) {
            bench.apply(bench.planTelling(
                            List.of(SomeObjectives.ofEvents(
                                    "availability", 0.9995, Alerting.USUAL_PAIRS.subList(1, 3), 10)),
                            List.of())
                    .plan());
        }
    }
}
