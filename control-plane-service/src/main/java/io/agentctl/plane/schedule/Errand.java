package io.agentctl.plane.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.catalogue.WindowsUseCases;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.windows.WindowFileReader;
import io.agentctl.control.windows.run.KeepWindows;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is done. All of them bring about or look at what should be true now, so that only the latest due time counts.
 */
public sealed interface Errand {

    /** The use case that does it. */
    NamedUseCase<?, ?> useCase();

    /**
     * What it is asked, from files as they are now.
     *
     * @throws io.agentctl.control.error.AgentctlException as reading the file does
     */
    JsonNode request();

    /** As people read it. */
    String text();

    /**
     * Services brought to what their windows say.
     *
     * @param file the windows
     * @param follow how long to wait until tasks have started or stopped
     */
    record Windows(Path file, Duration follow) implements Errand {

        @Override
        public NamedUseCase<?, ?> useCase() {
            return WindowsUseCases.KEEP;
        }

        @Override
        public JsonNode request() {
            return RecordTree.of(new KeepWindows.Request(WindowFileReader.read(file), follow));
        }

        @Override
        public String text() {
            return "windows of " + file;
        }
    }

    /**
     * Whether all runtimes enforce what is published.
     *
     * @param environment the policies' environment
     */
    record Policies(String environment) implements Errand {

        @Override
        public NamedUseCase<?, ?> useCase() {
            return PolicyUseCases.STATUS;
        }

        @Override
        public JsonNode request() {
            return RecordTree.of(environment);
        }

        @Override
        public String text() {
            return "policies in force in " + environment;
        }
    }
}
