package io.agentctl.cli.serve;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts a runtime for the project and the context in force. */
public final class RuntimeLauncher implements UseCase<ServeRuntime.Request, ServeRuntime.Result> {

    private static final int DEFAULT_PORT = 8080;
    private static final String DEFAULT_ENVIRONMENT = "development";

    private final RuntimeProcess process;
    private final Supplier<String> project;
    private final Supplier<Map<String, String>> aws;
    private final Supplier<Map<String, String>> awsIfKnown;

    /**
     * Makes the use case.
     *
     * @param project the project's name
     * @param aws variables that lead the AWS SDK where the context goes
     * @param awsIfKnown the same, as far as they are known: a configuration may name a place of its own
     */
    public RuntimeLauncher(
            RuntimeProcess process,
            Supplier<String> project,
            Supplier<Map<String, String>> aws,
            Supplier<Map<String, String>> awsIfKnown) {
        this.process = process;
        this.project = project;
        this.aws = aws;
        this.awsIfKnown = awsIfKnown;
    }

    @Override
    public ServeRuntime.Result run(ServeRuntime.Request request, ProgressListener progress) {
        if (request.configuration().isPresent() && !request.alone()) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "--config says everything: --port, --environment, --policies and --detach are for trying without one",
                    "Write them into the file, or leave --config out.");
        }
        Map<String, String> environment = environment(request);
        Path configuration = request.configuration()
                .map(Path::toAbsolutePath)
                .map(RuntimeLauncher::existing)
                .orElseGet(() -> write(request));
        request.environment()
                .or(() -> request.configuration().isPresent() ? Optional.empty() : Optional.of(DEFAULT_ENVIRONMENT))
                .ifPresent(name -> progress.say("enforcing the policies of environment " + name));
        if (!request.detach()) {
            return new ServeRuntime.Result(process.run(configuration, environment), Optional.empty());
        }
        URI url = URI.create("http://127.0.0.1:" + port(request));
        return new ServeRuntime.Result(0, Optional.of(process.start(configuration, url, environment)));
    }

    private Map<String, String> environment(ServeRuntime.Request request) {
        if (request.policies().isPresent()) {
            return Map.of();
        }
        return request.configuration().isPresent() ? awsIfKnown.get() : aws.get();
    }

    /** The configuration of a runtime without a file: the project's policies, and echo for every intent. */
    private Path write(ServeRuntime.Request request) {
        StringBuilder text = new StringBuilder();
        text.append("project: ").append(project.get()).append('\n');
        text.append("environment: ")
                .append(request.environment().orElse(DEFAULT_ENVIRONMENT))
                .append('\n');
        text.append("server: {port: ").append(port(request)).append("}\n");
        request.policies().ifPresent(path -> text.append("policies: {files: [\"")
                .append(path.toAbsolutePath())
                .append("\"]}\n"));
        try {
            Files.createDirectories(process.folder());
            Path file = process.folder().resolve("runtime-" + port(request) + ".yaml");
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new AgentctlException(ErrorCode.FAILED, failure.getMessage(), "", null, failure);
        }
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new AgentctlException(ErrorCode.NOT_FOUND, "there is no file " + file, "");
        }
        return file;
    }

    private static int port(ServeRuntime.Request request) {
        return request.port().orElse(DEFAULT_PORT);
    }
}
