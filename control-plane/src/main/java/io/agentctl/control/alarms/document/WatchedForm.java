package io.agentctl.control.alarms.document;

import io.agentctl.alarm.math.Calculation;
import io.agentctl.alarm.math.ExpressionException;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.alarms.definition.Watched.Formula;
import io.agentctl.control.alarms.definition.Watched.Input;
import io.agentctl.control.alarms.definition.Watched.MetricMath;
import io.agentctl.control.alarms.definition.Watched.Single;
import io.agentctl.control.slo.document.MetricForm;
import io.agentctl.control.yaml.Form;
import io.agentctl.control.yaml.Node.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what an alarm watches: a metric, or math. */
final class WatchedForm {

    static final List<String> MATH = List.of("metrics", "expressions", "result");

    /** A metric of an alarm has no factor: math can do that. */
    private static final List<String> METRIC =
            MetricForm.KEYS.stream().filter(key -> !key.equals("factor")).toList();

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][A-Za-z0-9_]{0,254}");

    private WatchedForm() {}

    static Optional<Watched> read(Form spec) {
        if (spec.has("metric")) {
            return spec.form("metric", METRIC).flatMap(WatchedForm::single).map(Watched.class::cast);
        }
        return spec.form("math", MATH).flatMap(WatchedForm::math);
    }

    private static Optional<Single> single(Form form) {
        return MetricForm.read(form, Optional.empty())
                .map(reading -> new Single(reading.metric(), reading.statistic(), reading.unit()));
    }

    private static Optional<Watched> math(Form math) {
        math.needs("metrics", "math needs 'metrics', each under the name that expressions give it");
        math.needs("expressions", "math needs 'expressions'");
        List<Input> metrics = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Optional<Fields> named = math.named("metrics");
        named.ifPresent(fields -> fields.fields().keySet().forEach(id -> {
            identify(id, new Form(fields, math.findings()), known);
            new Form(fields, math.findings())
                    .form(id, METRIC)
                    .flatMap(WatchedForm::single)
                    .ifPresent(single -> metrics.add(new Input(id, single)));
        }));
        Map<String, String> expressions = new LinkedHashMap<>();
        Optional<Fields> formulas = math.named("expressions");
        formulas.ifPresent(fields -> {
            Form form = new Form(fields, math.findings());
            fields.fields().keySet().forEach(id -> {
                identify(id, form, known);
                form.text(id).ifPresent(text -> expressions.put(id, text));
            });
        });
        boolean fewMetrics = fewEnough(math, "metrics", known.size() - expressions.size());
        boolean fewExpressions = fewEnough(math, "expressions", expressions.size());
        Optional<String> result = result(math, expressions);
        boolean readable =
                formulas.isPresent() && parses(new Form(formulas.get(), math.findings()), known, expressions, result);
        boolean whole = named.isPresent()
                && metrics.size() == named.get().fields().size()
                && expressions.size()
                        == formulas.map(fields -> fields.fields().size()).orElse(0);
        if (!fewMetrics || !fewExpressions || result.isEmpty() || !readable || !whole) {
            return Optional.empty();
        }
        return Optional.of(new MetricMath(
                metrics,
                expressions.entrySet().stream()
                        .map(entry -> new Formula(entry.getKey(), entry.getValue(), ""))
                        .toList(),
                result.get()));
    }

    private static void identify(String id, Form form, Set<String> known) {
        if (!IDENTIFIER.matcher(id).matches()) {
            form.wrong(id, "an identifier begins with a small letter and has letters, digits and _, not '" + id + "'");
        }
        if (!known.add(id)) {
            form.wrong(id, "the identifier '" + id + "' is given twice");
        }
    }

    private static boolean fewEnough(Form math, String key, int count) {
        if (count > MetricMath.MOST) {
            math.wrong(key, "an alarm takes up to " + MetricMath.MOST + " " + key + ", not " + count);
        }
        return count <= MetricMath.MOST;
    }

    private static Optional<String> result(Form math, Map<String, String> expressions) {
        if (!math.has("result") && expressions.size() == 1) {
            return Optional.of(expressions.keySet().iterator().next());
        }
        math.needs("result", "math with several expressions needs a 'result', the one that is compared");
        Optional<String> result = math.text("result");
        if (result.isPresent() && !expressions.containsKey(result.get())) {
            math.wrong("result", Form.unknown("expression", result.get(), List.copyOf(expressions.keySet())));
            return Optional.empty();
        }
        return result;
    }

    /** Each expression by itself, so that a fault in each is told; then all, for those that need each other. */
    private static boolean parses(
            Form form, Set<String> known, Map<String, String> expressions, Optional<String> result) {
        boolean sound = true;
        for (Map.Entry<String, String> expression : expressions.entrySet()) {
            Set<String> others = new HashSet<>(known);
            others.remove(expression.getKey());
            sound &= sound(form, others, Map.of(expression.getKey(), expression.getValue()), expression.getKey());
        }
        if (!sound || result.isEmpty() || expressions.size() < 2) {
            return sound;
        }
        Set<String> metrics = new HashSet<>(known);
        metrics.removeAll(expressions.keySet());
        return sound(form, metrics, expressions, result.get());
    }

    private static boolean sound(Form form, Set<String> known, Map<String, String> expressions, String result) {
        try {
            Calculation.of(known, expressions, result);
            return true;
        } catch (ExpressionException fault) {
            String id = fault.expression().isEmpty() ? result : fault.expression();
            form.findings()
                    .error(
                            form.valuePosition(id),
                            "expression '" + id + "', column " + fault.column() + ": " + fault.getMessage());
            return false;
        }
    }
}
