package io.agentctl.plane.configuration;

import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.performance.history.HistoryFigure;
import io.agentctl.control.performance.regression.Worse;
import io.agentctl.control.yaml.Form;
import io.agentctl.plane.errand.AlarmDrift;
import io.agentctl.plane.errand.Errand;
import io.agentctl.plane.errand.LoadCheck;
import io.agentctl.plane.errand.LoadTrend;
import io.agentctl.plane.errand.MetricTrend;
import io.agentctl.plane.errand.ObjectiveCheck;
import io.agentctl.plane.errand.PolicyCheck;
import io.agentctl.plane.errand.Sources;
import io.agentctl.plane.errand.StatusCheck;
import io.agentctl.plane.errand.WindowKeeping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a schedule does: one key that says which errand it is, and the keys that go with it. */
final class ErrandReader {

    private static final Duration USUAL_FOLLOW = Duration.ofMinutes(10);
    private static final Duration USUAL_SINCE = Duration.ofDays(14);
    private static final double USUAL_THRESHOLD = 0.05;
    private static final double PERCENT = 100;
    private static final Pattern SHARE = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)%");
    private static final Pattern METRIC = Pattern.compile("(.+)/([^/]+)");
    private static final Pattern SERVICE = Pattern.compile("[^/]+/[^/]+");

    /** Each kind of errand with what goes with it. */
    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.of(
            "windows", new Kind(List.of("follow"), ErrandReader::windows),
            "policies", new Kind(List.of("files"), ErrandReader::policies),
            "alarms", new Kind(List.of("pageTopic", "ticketTopic"), ErrandReader::alarms),
            "objectives", new Kind(List.of(), form -> form.text("objectives").map(ObjectiveCheck::new)),
            "status", new Kind(List.of(), ErrandReader::status),
            "metric",
                    new Kind(
                            List.of("statistic", "dimensions", "since", "threshold", "worse", "services"),
                            ErrandReader::metric),
            "trend", new Kind(List.of("figure", "threshold"), ErrandReader::trend),
            "check",
                    new Kind(List.of("thresholds"), form -> form.text("check")
                            .map(scenario -> new LoadCheck(scenario, form.texts("thresholds"))))));

    private record Kind(List<String> keys, Function<Form, Optional<? extends Errand>> reader) {}

    private ErrandReader() {}

    /** All keys that an errand may have. */
    static List<String> keys() {
        return KINDS.entrySet().stream()
                .flatMap(kind -> Stream.concat(Stream.of(kind.getKey()), kind.getValue().keys().stream()))
                .distinct()
                .toList();
    }

    static Optional<Errand> read(Form form) {
        List<String> named = KINDS.keySet().stream().filter(form::has).toList();
        if (named.size() != 1) {
            form.wrong("name", "a schedule has one of " + String.join(", ", KINDS.keySet()));
            return Optional.empty();
        }
        Kind kind = KINDS.get(named.getFirst());
        keys().stream()
                .filter(key -> form.has(key)
                        && !key.equals(named.getFirst())
                        && !kind.keys().contains(key))
                .forEach(key -> form.wrong(key, "'" + key + "' does not go with '" + named.getFirst() + "'"));
        return kind.reader().apply(form).map(Function.identity());
    }

    private static Optional<Errand> windows(Form form) {
        Duration follow = Values.duration(form, "follow", USUAL_FOLLOW, Duration.ZERO, Duration.ofHours(1));
        return form.value("windows", Path::of, "a path").map(file -> new WindowKeeping(file, follow));
    }

    private static Optional<Errand> policies(Form form) {
        Optional<Path> files = form.value("files", Path::of, "a path");
        return form.text("policies").map(environment -> new PolicyCheck(environment, files));
    }

    private static Optional<Errand> alarms(Form form) {
        return form.text("alarms").map(file -> new AlarmDrift(file, form.text("pageTopic"), form.text("ticketTopic")));
    }

    private static Optional<Errand> status(Form form) {
        return form.word("status", Map.of(Sources.PROJECT, new StatusCheck())).map(Function.identity());
    }

    private static Optional<Errand> metric(Form form) {
        Duration since = Values.duration(form, "since", USUAL_SINCE, Duration.ofHours(1), Duration.ofDays(400));
        Statistic statistic = form.value("statistic", Statistic::new, "a statistic such as Average or p95")
                .orElse(new Statistic("p95"));
        Worse worse = form.word("worse", Map.of("higher", Worse.HIGHER, "lower", Worse.LOWER))
                .orElse(Worse.HIGHER);
        double threshold = threshold(form);
        List<String> services = form.texts("services");
        services.stream()
                .filter(service -> !SERVICE.matcher(service).matches())
                .forEach(service -> form.wrong("services", "a service is CLUSTER/SERVICE, not '" + service + "'"));
        Map<String, String> dimensions = form.entries("dimensions");
        return form.value("metric", text -> id(text, dimensions), "NAMESPACE/NAME, such as acme/API/ResponseTime")
                .map(id -> new MetricTrend(new MetricQuery(id, statistic), since, threshold, worse, services));
    }

    private static MetricId id(String text, Map<String, String> dimensions) {
        Matcher matcher = METRIC.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return MetricId.of(matcher.group(1), matcher.group(2), dimensions);
    }

    private static Optional<Errand> trend(Form form) {
        HistoryFigure figure = form.value("figure", ErrandReader::figure, "one of " + HistoryFigure.names())
                .orElse(HistoryFigure.P95);
        double threshold = threshold(form);
        return form.text("trend").map(scenario -> new LoadTrend(scenario, figure, threshold));
    }

    private static HistoryFigure figure(String text) {
        return HistoryFigure.named(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static double threshold(Form form) {
        return form.value("threshold", ErrandReader::share, "a share such as 20%")
                .orElse(USUAL_THRESHOLD);
    }

    private static double share(String text) {
        Matcher matcher = SHARE.matcher(text);
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) == 0) {
            throw new IllegalArgumentException(text);
        }
        return Double.parseDouble(matcher.group(1)) / PERCENT;
    }
}
