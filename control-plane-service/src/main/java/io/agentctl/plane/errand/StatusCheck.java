package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.overview.LookAround;
import io.agentctl.control.overview.RuntimeStatus;
import io.agentctl.control.overview.RuntimeStatus.Verdict;
import io.agentctl.control.schedules.ScheduleFinding;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The state of everything of the project, as {@code agentctl status} tells it: what is critical is a finding. */
public record StatusCheck() implements Errand {

    @Override
    public NamedUseCase<?, ?> useCase() {
        return ObjectivesUseCases.STATUS;
    }

    @Override
    public JsonNode request(Sources sources) {
        return RecordTree.of(LookAround.Request.of(
                sources.project(), () -> sources.monitoring(Sources.PROJECT).objectives(), () -> windows(sources)));
    }

    /** A project without windows is no problem. */
    private static Optional<WindowFile> windows(Sources sources) {
        Path file = sources.file(sources.project().windows().value());
        return Files.exists(file) ? Optional.of(WindowFileReader.read(file)) : Optional.empty();
    }

    /** One for all: its reasons have figures in them that change from look to look. */
    @Override
    public List<ScheduleFinding> findings(JsonNode result) {
        RuntimeStatus status = RecordReader.read(result, RuntimeStatus.class);
        return status.verdict() == Verdict.CRITICAL
                ? List.of(new ScheduleFinding(
                        "status of " + status.project(),
                        "is critical: " + String.join("; ", status.reasons()),
                        "agentctl status shows it as it is now."))
                : List.of();
    }

    @Override
    public String text() {
        return "status of the project";
    }
}
