package io.agentctl.control.slo.document;

import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.yaml.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads alert policies, conditions and targets (OpenSLO v1). */
final class AlertReader {

    static final List<String> POLICY = List.of(
            "description",
            "alertWhenBreaching",
            "alertWhenResolved",
            "alertWhenNoData",
            "conditions",
            "notificationTargets");
    static final List<String> CONDITION = List.of("description", "severity", "condition");
    static final List<String> TARGET = List.of("description", "target");

    private static final Map<String, Urgency> URGENCIES = Map.of("page", Urgency.PAGE, "ticket", Urgency.TICKET);
    private static final List<String> BURN_RATE = List.of("kind", "threshold", "lookbackWindow", "alertAfter");
    private static final String LENGTH = "a duration such as 5m, 1h or 3d";
    /** What the long window is divided by where no short one is given (Site Reliability Workbook, chapter 5). */
    private static final int LONG_TO_SHORT = 12;

    private final Named<Condition> conditions;
    private final Named<String> targets;

    AlertReader(Named<Condition> conditions, Named<String> targets) {
        this.conditions = conditions;
        this.targets = targets;
    }

    /**
     * A burn rate over a time.
     *
     * @param threshold the burn rate
     */
    record Condition(double threshold, Duration longWindow, Duration shortWindow, Urgency urgency) {}

    /**
     * Who is told of a condition, and when.
     *
     * @param topics of SNS, as ARNs or names
     */
    record Policy(Condition condition, List<String> topics, boolean breaching, boolean resolved, boolean noData) {

        Policy {
            topics = List.copyOf(topics);
        }

        /** The topics, if so. */
        List<String> topicsIf(boolean wanted) {
            return wanted ? topics : List.of();
        }
    }

    /** The topic that a target names. */
    static Optional<String> target(Form spec) {
        return spec.needs("target", "a notification target needs a 'target': a topic of SNS, by ARN or name")
                .text("target");
    }

    static Optional<Condition> condition(Resource resource) {
        Form spec = resource.spec();
        Optional<Urgency> urgency = urgency(spec, resource.annotations());
        spec.needs("condition", "an alert condition needs a 'condition'");
        Optional<Form> burnRate = spec.form("condition", BURN_RATE);
        burnRate.ifPresent(form -> {
            form.word("kind", Map.of("burnrate", "burnrate"));
            form.needs("threshold", "a condition needs a 'threshold': the burn rate");
            form.needs("lookbackWindow", "a condition needs a 'lookbackWindow', such as 1h");
        });
        Optional<Double> threshold =
                burnRate.flatMap(form -> form.value("threshold", Numbers::positive, "a burn rate over 0"));
        Optional<Duration> lookback =
                burnRate.flatMap(form -> form.value("lookbackWindow", AlertReader::length, LENGTH));
        Optional<Duration> after = burnRate.flatMap(form -> form.value("alertAfter", Shorthand::duration, LENGTH))
                .filter(Duration::isPositive);
        Optional<Duration> given = resource.annotations()
                .value(Annotations.SHORT_WINDOW, AlertReader::length, LENGTH)
                .or(() -> after);
        if (urgency.isEmpty() || threshold.isEmpty() || lookback.isEmpty()) {
            return Optional.empty();
        }
        Duration shortWindow = given.orElseGet(() -> shortOf(lookback.get()));
        if (shortWindow.compareTo(lookback.get()) >= 0) {
            burnRate.get()
                    .wrong("lookbackWindow", "the short window, " + shortWindow + ", is not shorter than the long one");
            return Optional.empty();
        }
        return Optional.of(new Condition(threshold.get(), lookback.get(), shortWindow, urgency.get()));
    }

    private static Optional<Urgency> urgency(Form spec, Form annotations) {
        if (annotations.has(Annotations.URGENCY)) {
            return annotations.word(Annotations.URGENCY, URGENCIES);
        }
        spec.needs("severity", "an alert condition needs a 'severity', page or ticket");
        return spec.text("severity").flatMap(severity -> {
            if (!URGENCIES.containsKey(severity)) {
                spec.wrong(
                        "severity",
                        "severity '" + severity
                                + "' is neither page nor ticket: say which it means with the annotation "
                                + Annotations.URGENCY);
            }
            return Optional.ofNullable(URGENCIES.get(severity));
        });
    }

    /** A twelfth, in whole minutes. */
    private static Duration shortOf(Duration lookback) {
        return Duration.ofMinutes(Math.max(1, lookback.toMinutes() / LONG_TO_SHORT));
    }

    private static Duration length(String text) {
        Duration length = Shorthand.duration(text);
        if (!length.isPositive() || length.toSecondsPart() != 0) {
            throw new IllegalArgumentException(text);
        }
        return length;
    }

    Optional<Policy> policy(Form spec) {
        List<String> topics = new ArrayList<>();
        for (Form target : spec.forms("notificationTargets", with("targetRef", Resource.KEYS))) {
            (target.has("targetRef")
                            ? targets.referred(target, "targetRef")
                            : Resource.inline(target, "a notification target", TARGET, List.of())
                                    .flatMap(resource -> target(resource.spec())))
                    .ifPresent(topics::add);
        }
        spec.needs("conditions", "an alert policy needs 'conditions', a list of one");
        List<Form> all = spec.forms("conditions", with("conditionRef", Resource.KEYS));
        if (spec.has("conditions") && all.size() != 1) {
            spec.wrong("conditions", "an alert policy has one condition, not " + all.size());
            return Optional.empty();
        }
        boolean breaching = spec.truth("alertWhenBreaching").orElse(true);
        boolean resolved = spec.truth("alertWhenResolved").orElse(false);
        boolean noData = spec.truth("alertWhenNoData").orElse(false);
        return all.stream()
                .findFirst()
                .flatMap(this::condition)
                .map(found -> new Policy(found, topics, breaching, resolved, noData));
    }

    private Optional<Condition> condition(Form form) {
        return form.has("conditionRef")
                ? conditions.referred(form, "conditionRef")
                : Resource.inline(form, "an alert condition", CONDITION, Annotations.OF_CONDITIONS)
                        .flatMap(AlertReader::condition);
    }

    private static List<String> with(String key, List<String> others) {
        List<String> keys = new ArrayList<>(others);
        keys.add(key);
        return keys;
    }
}
