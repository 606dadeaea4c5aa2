package io.agentctl.cli.runtime;

import io.agentctl.cli.option.Flags;
import io.agentctl.control.runtime.RuntimeAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Which runtime a command talks to. */
public final class RuntimeOptions {

    private static final Duration PATIENCE = Duration.ofSeconds(35);

    @Option(
            names = "--url",
            paramLabel = "URL",
            converter = HttpUrlConverter.class,
            description = "Where the runtime answers; default: the one that 'serve runtime --detach' started, or"
                    + " http://127.0.0.1:8080.")
    private URI url;

    RuntimeAddress address(Flags flags, Supplier<RuntimeEndpoint> endpoint) {
        RuntimeEndpoint usual = endpoint.get();
        return new RuntimeAddress(
                url == null ? usual.url() : url, usual.token(), flags.waiting().timeoutOr(PATIENCE));
    }

    /**
     * Where the runtime is unless {@code --url} says otherwise, and how to be let in.
     *
     * @param token from the environment, so that it is in no history and no list of processes
     */
    public record RuntimeEndpoint(URI url, Optional<String> token) {

        @Override
        public String toString() {
            return url.toString();
        }
    }
}
