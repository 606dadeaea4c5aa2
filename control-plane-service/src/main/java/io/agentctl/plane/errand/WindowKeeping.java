package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.WindowsUseCases;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.schedules.ScheduleFinding;
import io.agentctl.control.windows.WindowFileReader;
import io.agentctl.control.windows.run.ApplyWindows;
import io.agentctl.control.windows.run.KeepWindows;
import io.agentctl.control.windows.run.ServiceOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Services brought to what their windows say.
 *
 * @param file the windows
 * @param follow how long to wait until tasks have started or stopped
 */
public record WindowKeeping(Path file, Duration follow) implements Errand {

    @Override
    public NamedUseCase<?, ?> useCase() {
        return WindowsUseCases.KEEP;
    }

    @Override
    public JsonNode request(Sources sources) {
        return RecordTree.of(new KeepWindows.Request(WindowFileReader.read(sources.file(file)), follow));
    }

    @Override
    public List<ScheduleFinding> findings(JsonNode result) {
        ApplyWindows.Result kept = RecordReader.read(result, ApplyWindows.Result.class);
        return Stream.concat(
                        kept.failed().stream().map(WindowKeeping::failed),
                        kept.settling().stream().map(WindowKeeping::settling))
                .toList();
    }

    private static ScheduleFinding failed(ServiceOutcome outcome) {
        ServiceOutcome.Failure failure = outcome.error().orElseThrow();
        return new ScheduleFinding(
                "service " + outcome.service(),
                "is not where its windows want it: " + failure.message(),
                failure.advice().isEmpty() ? "agentctl windows status shows it." : failure.advice());
    }

    private static ScheduleFinding settling(String service) {
        return new ScheduleFinding(
                "tasks of " + service,
                "have not all started or stopped in time",
                "agentctl ecs tasks " + service + " shows them.");
    }

    @Override
    public String text() {
        return "windows of " + file;
    }
}
