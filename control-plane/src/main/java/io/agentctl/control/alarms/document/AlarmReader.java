package io.agentctl.control.alarms.document;

import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.yaml.Findings;
import io.agentctl.control.yaml.Form;
import io.agentctl.control.yaml.Node.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads alarms that are asked for as such. */
final class AlarmReader {

    static final String API_VERSION = "agentctl/v1";
    static final String KIND = "Alarm";

    static final List<String> SPEC = List.of(
            "description",
            "metric",
            "math",
            "composite",
            "op",
            "threshold",
            "period",
            "evaluationPeriods",
            "datapointsToAlarm",
            "missingData",
            "fewSamples",
            "actions",
            "tags");

    static final List<String> ACTIONS = List.of("alarm", "ok", "insufficientData");

    private static final List<String> DOCUMENT = List.of("apiVersion", "kind", "metadata", "spec");
    private static final List<String> METADATA = List.of("name");

    private AlarmReader() {}

    /** The alarms that are right; all mistakes are noted. */
    static List<AlarmSpec> read(List<Fields> documents, Findings findings) {
        Map<String, AlarmSpec> alarms = new LinkedHashMap<>();
        for (Fields document : documents) {
            alarm(document, findings).ifPresent(alarm -> {
                AlarmSpec first = alarms.putIfAbsent(alarm.definition().name(), alarm);
                if (first != null) {
                    findings.error(
                            alarm.position(),
                            "a second alarm '" + alarm.definition().name() + "'; the first is at " + first.position());
                }
            });
        }
        alarms.keySet().removeAll(CompositeCycles.note(alarms, findings));
        return List.copyOf(alarms.values());
    }

    private static Optional<AlarmSpec> alarm(Fields document, Findings findings) {
        Form root = Form.of(document, DOCUMENT, findings)
                .needs("metadata", "an alarm needs 'metadata' with a 'name'")
                .needs("spec", "an alarm needs a 'spec'");
        Optional<Form> metadata = root.form("metadata", METADATA);
        Optional<String> name = metadata.flatMap(form -> form.needs("name", "an alarm needs a 'name'")
                .value("name", AlarmReader::name, "up to " + AlarmDefinition.LONGEST_NAME + " characters"));
        Optional<AlarmDefinition> definition =
                root.form("spec", SPEC).flatMap(spec -> definition(name.orElse("nameless"), spec));
        return name.flatMap(ignored ->
                definition.map(found -> new AlarmSpec(found, metadata.get().valuePosition("name"))));
    }

    private static String name(String text) {
        if (text.length() > AlarmDefinition.LONGEST_NAME) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Optional<AlarmDefinition> definition(String name, Form spec) {
        List<String> watched = List.of("metric", "math", "composite").stream()
                .filter(spec::has)
                .toList();
        String description = spec.value(
                        "description",
                        AlarmReader::description,
                        "up to " + AlarmDefinition.LONGEST_DESCRIPTION + " characters")
                .orElse("");
        AlarmActions actions = actions(spec);
        SortedMap<String, String> tags = new TreeMap<>(spec.entries("tags"));
        if (watched.size() != 1) {
            spec.findings().error(spec.fields().position(), "an alarm watches one of 'metric', 'math' and 'composite'");
            return Optional.empty();
        }
        if (spec.has("composite")) {
            return CompositeForm.read(name, description, actions, tags, spec);
        }
        Optional<Watched> watching = WatchedForm.read(spec);
        return RuleForm.read(spec, watching)
                .flatMap(rule -> watching.map(what -> new MetricAlarm(name, description, actions, what, rule, tags)));
    }

    private static String description(String text) {
        if (text.length() > AlarmDefinition.LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static AlarmActions actions(Form spec) {
        return spec.form("actions", ACTIONS)
                .map(form -> new AlarmActions(
                        true, topics(form, "alarm"), topics(form, "ok"), topics(form, "insufficientData")))
                .orElse(AlarmActions.NONE);
    }

    private static List<String> topics(Form form, String key) {
        List<String> topics = new ArrayList<>(form.texts(key));
        if (topics.size() > AlarmActions.MOST) {
            form.wrong(key, "an alarm has up to " + AlarmActions.MOST + " actions for a state, not " + topics.size());
            return List.of();
        }
        return topics;
    }
}
