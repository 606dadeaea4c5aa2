package io.agentctl.control.alarms.document;

import io.agentctl.alarm.composite.RuleException;
import io.agentctl.alarm.composite.RuleParser;
import io.agentctl.alarm.composite.Suppression;
import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.CompositeAlarm.Suppressor;
import io.agentctl.control.slo.document.Shorthand;
import io.agentctl.control.yaml.Form;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads an alarm on the states of others. */
final class CompositeForm {

    static final List<String> KEYS = List.of("rule", "suppressor");
    static final List<String> SUPPRESSOR = List.of("alarm", "wait", "extension");

    /** What only an alarm on a metric has. */
    private static final List<String> OF_METRICS =
            List.of("op", "threshold", "period", "evaluationPeriods", "datapointsToAlarm", "missingData", "fewSamples");

    private static final String LENGTH = "a duration such as 60s or 2m";

    private CompositeForm() {}

    static Optional<AlarmDefinition> read(
            String name, String description, AlarmActions actions, SortedMap<String, String> tags, Form spec) {
        for (String key : OF_METRICS) {
            if (spec.has(key)) {
                spec.wrong(key, "'" + key + "' is for alarms on metrics");
            }
        }
        Optional<Form> composite = spec.form("composite", KEYS)
                .map(form ->
                        form.needs("rule", "a composite needs a 'rule', such as ALARM(\"one\") AND ALARM(\"other\")"));
        Optional<String> rule = composite.flatMap(form -> form.text("rule").filter(text -> parses(form, text)));
        Optional<Form> suppressor = composite.flatMap(form -> form.form("suppressor", SUPPRESSOR));
        Optional<Suppressor> read = suppressor.flatMap(CompositeForm::suppressor);
        if (rule.isEmpty() || suppressor.isPresent() != read.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new CompositeAlarm(name, description, actions, rule.get(), read, tags));
    }

    private static boolean parses(Form form, String rule) {
        try {
            RuleParser.parse(rule);
            return true;
        } catch (RuleException fault) {
            form.findings()
                    .error(form.valuePosition("rule"), "rule, column " + fault.column() + ": " + fault.getMessage());
            return false;
        }
    }

    private static Optional<Suppressor> suppressor(Form form) {
        form.needs("alarm", "a suppressor needs an 'alarm', by name or ARN");
        form.needs("wait", "a suppressor needs a 'wait', such as 2m");
        form.needs("extension", "a suppressor needs an 'extension', such as 2m");
        Optional<String> alarm = form.text("alarm");
        Optional<Integer> wait = form.value("wait", CompositeForm::seconds, LENGTH);
        Optional<Integer> extension = form.value("extension", CompositeForm::seconds, LENGTH);
        if (alarm.isEmpty() || wait.isEmpty() || extension.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Suppressor(alarm.get(), new Suppression.Times(wait.get(), extension.get())));
    }

    private static int seconds(String text) {
        long seconds = Shorthand.duration(text).toSeconds();
        if (seconds < 0 || seconds > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(text);
        }
        return (int) seconds;
    }
}
