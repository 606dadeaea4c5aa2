package io.agentctl.runtime.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator sets.
 *
 * @param project prefix of the names of tables and metrics
 * @param environment whose policies are in force
 * @param governance the function that decides instead of this process, where there is one
 * @param connections the pool of connections to back ends over HTTP
 * @param backends by name, in the order of the document
 * @param routes at least one; the pattern is an intent, or a beginning followed by {@code *}
 */
public record RuntimeConfiguration(
        String project,
        String environment,
        Server server,
        Limits limits,
        Policies policies,
        Aws aws,
        Optional<BackendSetting> governance,
        Settings connections,
        Map<String, BackendSetting> backends,
        List<RouteSetting> routes,
        Telemetry telemetry) {

    public RuntimeConfiguration {
        routes = List.copyOf(routes);
    }

    /**
     * Where it listens and how it stops.
     *
     * @param port 0 for any that is free
     * @param tokens a file with a line {@code name: SHA-256 in hex} for each bearer token; without one anybody may call
     * @param notice how long it still accepts requests while it says that it is not ready
     * @param drain how long requests under way may take to finish after that
     */
    public record Server(String host, int port, Optional<Path> tokens, Duration notice, Duration drain) {}

    /**
     * What a request, and all requests together, may take.
     *
     * @param body bytes
     * @param bodyTimeout how long a request may take to arrive, from its first line on; its connection is closed then
     * @param depth of nested objects and lists
     * @param headers bytes of all headers of a request together
     * @param idle how long a connection may take to the first line of its next request; it is closed then
     * @param concurrency requests under way
     * @param queue requests that wait for one of those to end
     * @param queueWait how long they wait at most
     * @param timeout how long a dispatch may take; back ends may have shorter ones
     */
    public record Limits(
            int body,
            Duration bodyTimeout,
            int depth,
            int headers,
            Duration idle,
            int concurrency,
            int queue,
            Duration queueWait,
            Duration timeout) {}

    /**
     * Where policies come from.
     *
     * @param files files and folders, instead of the table; read again when they change
     * @param watch how often to look for changes
     * @param trust public keys, one of which must have signed every policy; empty to accept unsigned ones
     * @param cache decisions kept for equal requests; 0 for none
     */
    public record Policies(String table, List<Path> files, Duration watch, List<Path> trust, int cache) {
        public Policies {
            files = List.copyOf(files);
            trust = List.copyOf(trust);
        }

        /** Whether policies are files of this machine. */
        public boolean local() {
            return !files.isEmpty();
        }
    }

    /**
     * How AWS is reached; what is absent is found as the SDK does.
     *
     * @param endpoint instead of AWS's own
     */
    public record Aws(Optional<String> region, Optional<URI> endpoint) {}

    /**
     * Settings that their owner reads.
     *
     * @param values by key
     * @param places where each key's value stands, as {@code file:line:column}
     */
    public record Settings(Map<String, String> values, Map<String, String> places) {

        /** Nothing is set. */
        public static final Settings NONE = new Settings(Map.of(), Map.of());

        public Settings {
            values = Map.copyOf(values);
            places = Map.copyOf(places);
        }

        /** Where the value of a key stands; for one that is not there, the file. */
        public String place(String key) {
            return places.getOrDefault(key, "configuration");
        }
    }

    /**
     * A back end.
     *
     * @param target kind and address, such as {@code echo:} or {@code lambda:NAME}
     * @param settings what else is set; its places know that of the target too
     */
    public record BackendSetting(String target, Settings settings) {}

    /** Which back end carries out which intents. */
    public record RouteSetting(String pattern, String backend) {}

    /**
     * What is told to whom.
     *
     * @param interval how often metrics go to CloudWatch
     * @param recordShare share of allowed decisions that are recorded for replay; denials always are
     * @param recordFor how long they are kept
     */
    public record Telemetry(
            LogLevel accessLog,
            LogLevel decisionLog,
            CloudWatch cloudWatch,
            Duration interval,
            double recordShare,
            Duration recordFor) {

        /** Which requests are logged. */
        public enum LogLevel {
            /** Every request. */
            ALL,
            /** Those that were not answered with a result. */
            PROBLEMS,
            /** None. */
            OFF
        }

        /** How metrics get to CloudWatch. */
        public enum CloudWatch {
            /** Not at all. */
            OFF,
            /** By PutMetricData. */
            PUT,
            /** As embedded metric format on standard output, where a log agent finds it. */
            EMF
        }
    }
}
