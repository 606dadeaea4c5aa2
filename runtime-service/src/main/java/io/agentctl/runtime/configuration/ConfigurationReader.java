package io.agentctl.runtime.configuration;

import io.agentctl.runtime.configuration.RuntimeConfiguration.Aws;
import io.agentctl.runtime.configuration.RuntimeConfiguration.BackendSetting;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Limits;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Policies;
import io.agentctl.runtime.configuration.RuntimeConfiguration.RouteSetting;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Server;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Settings;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Telemetry;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Telemetry.CloudWatch;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Telemetry.LogLevel;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code runtime.yaml}: a pure function of its text. */
public final class ConfigurationReader {

    private static final int KIB = 1024;
    private static final String ECHO = "echo";
    private static final String GOVERNANCE = "governance";
    private static final String FUNCTION = "function";

    private ConfigurationReader() {}

    /**
     * Reads a configuration; an empty text gives the defaults.
     *
     * @param file its name, for messages
     * @throws ConfigurationException if a key is unknown or a value cannot be used
     */
    public static RuntimeConfiguration read(String file, String text) {
        try (Section root = Section.of(file, new Yaml(new LoaderOptions()).compose(new StringReader(text)))) {
            String project = root.text("project", "agent-runtime");
            Map<String, BackendSetting> backends = backends(root);
            return new RuntimeConfiguration(
                    project,
                    root.text("environment", "development"),
                    server(root),
                    limits(root),
                    policies(root, project),
                    aws(root),
                    governance(root, backends),
                    settings(root.section("connections")),
                    backends,
                    routes(root, backends),
                    telemetry(root));
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark();
            throw new ConfigurationException(
                    "%s:%d:%d: %s".formatted(file, mark.getLine() + 1, mark.getColumn() + 1, malformed.getProblem()));
        } catch (YAMLException malformed) {
            throw new ConfigurationException("%s:1:1: %s".formatted(file, malformed.getMessage()));
        }
    }

    private static Server server(Section root) {
        try (Section server = root.section("server")) {
            return new Server(
                    server.text("host", "127.0.0.1"),
                    server.number("port", 8080, 0, 65_535),
                    server.path("tokens"),
                    server.duration("notice", Duration.ofSeconds(2)),
                    server.duration("drain", Duration.ofSeconds(20)));
        }
    }

    private static Limits limits(Section root) {
        try (Section limits = root.section("limits")) {
            return new Limits(
                    limits.bytes("body", 256 * KIB),
                    limits.duration("bodyTimeout", Duration.ofSeconds(10)),
                    limits.number("depth", 32, 1, 500),
                    limits.bytes("headers", 16 * KIB),
                    // Longer than a load balancer keeps a connection (60 s), so that none closes one that is just used.
                    limits.duration("idle", Duration.ofSeconds(75)),
                    limits.number("concurrency", 256, 1, 100_000),
                    limits.number("queue", 64, 0, 100_000),
                    limits.duration("queueWait", Duration.ofMillis(10)),
                    limits.duration("timeout", Duration.ofSeconds(30)));
        }
    }

    private static Policies policies(Section root, String project) {
        try (Section policies = root.section("policies")) {
            return new Policies(
                    policies.text("table", project + "-governance-policies"),
                    policies.paths("files"),
                    policies.duration("watch", Duration.ofMillis(500)),
                    policies.paths("trust"),
                    policies.number("cache", 10_000, 0, 10_000_000));
        }
    }

    private static Aws aws(Section root) {
        try (Section aws = root.section("aws")) {
            return new Aws(aws.text("region"), aws.text("endpoint").map(text -> uri(aws, text)));
        }
    }

    private static Optional<BackendSetting> governance(Section root, Map<String, BackendSetting> backends) {
        Section section = root.section(GOVERNANCE);
        Settings settings = settings(section);
        if (settings.values().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> others = new HashMap<>(settings.values());
        String function = others.remove(FUNCTION);
        if (function == null) {
            throw root.problem(GOVERNANCE, "governance has no function");
        }
        Section policies = root.section("policies");
        for (String name : policies.names()) {
            throw policies.problem(
                    name, "policies.%s means nothing where the function %s decides".formatted(name, function));
        }
        if (backends.containsKey(GOVERNANCE)) {
            throw root.problem(GOVERNANCE, "a back end has the name governance, which the function needs");
        }
        Map<String, String> places = new HashMap<>(settings.places());
        places.put("target", settings.place(FUNCTION));
        return Optional.of(new BackendSetting("lambda:" + function, new Settings(others, places)));
    }

    private static URI uri(Section aws, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException ignored) {
            throw aws.problem("endpoint", "endpoint must be a URL, and is " + text);
        }
    }

    private static Map<String, BackendSetting> backends(Section root) {
        Map<String, BackendSetting> backends = new LinkedHashMap<>();
        Section section = root.section("backends");
        for (String name : section.names()) {
            Settings settings = settings(section.section(name));
            Map<String, String> others = new HashMap<>(settings.values());
            String target = others.remove("target");
            if (target == null) {
                throw section.problem(name, "the back end " + name + " has no target");
            }
            backends.put(name, new BackendSetting(target, new Settings(others, settings.places())));
        }
        return backends;
    }

    private static Settings settings(Section section) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> places = new HashMap<>();
        for (String key : section.names()) {
            values.put(key, section.text(key, ""));
            places.put(key, section.place(key));
        }
        return new Settings(values, places);
    }

    /** Without routes everything is echoed, so that a runtime can be tried with nothing but policies. */
    private static List<RouteSetting> routes(Section root, Map<String, BackendSetting> backends) {
        Section section = root.section("routes");
        List<RouteSetting> routes = new ArrayList<>();
        for (String pattern : section.names()) {
            String backend = section.text(pattern, "");
            if (!backends.containsKey(backend)) {
                throw section.problem(pattern, "there is no back end " + backend + " under backends");
            }
            routes.add(new RouteSetting(pattern, backend));
        }
        if (routes.isEmpty()) {
            backends.putIfAbsent(ECHO, new BackendSetting("echo:", Settings.NONE));
            routes.add(new RouteSetting("*", ECHO));
        }
        return routes;
    }

    private static Telemetry telemetry(Section root) {
        try (Section telemetry = root.section("telemetry")) {
            return new Telemetry(
                    telemetry.oneOf("accessLog", LogLevel.class, LogLevel.PROBLEMS),
                    telemetry.oneOf("decisionLog", LogLevel.class, LogLevel.PROBLEMS),
                    telemetry.oneOf("cloudWatch", CloudWatch.class, CloudWatch.OFF),
                    telemetry.duration("interval", Duration.ofSeconds(60)),
                    telemetry.share("recordShare", 0.05),
                    telemetry.duration("recordFor", Duration.ofDays(3)));
        }
    }
}
