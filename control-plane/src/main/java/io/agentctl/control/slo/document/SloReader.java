package io.agentctl.control.slo.document;

import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.Objective.Levels;
import io.agentctl.control.slo.ObjectiveWindow;
import io.agentctl.control.slo.document.ObjectiveReader.Method;
import io.agentctl.control.slo.document.ObjectiveReader.Promise;
import io.agentctl.control.yaml.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads SLOs: what they refer to is read by then. */
final class SloReader {

    static final List<String> SPEC = List.of(
            "description",
            "service",
            "indicator",
            "indicatorRef",
            "timeWindow",
            "budgetingMethod",
            "objectives",
            "alertPolicies");

    private final IndicatorReader indicators;
    private final Named<Measured> named;
    private final Named<Form> services;
    private final AlertingReader alerting;

    /** @param services the annotations of those that are defined */
    SloReader(IndicatorReader indicators, Named<Measured> named, Named<Form> services, AlertingReader alerting) {
        this.indicators = indicators;
        this.named = named;
        this.services = services;
        this.alerting = alerting;
    }

    /** The objectives of an SLO that are right. */
    List<Objective> read(Resource slo) {
        Form spec = slo.spec();
        String service = spec.needs("service", "an SLO needs a 'service'")
                .text("service")
                .orElse("");
        Form annotations = services.find(service)
                .map(inherited -> Annotations.over(slo.annotations(), inherited))
                .orElse(slo.annotations());
        Optional<Measured> measured = indicator(spec);
        Optional<ObjectiveWindow> window = WindowForm.read(spec);
        Optional<Method> method = method(spec);
        Alerting told = alerting.read(
                spec,
                annotations,
                window.orElse(WindowForm.USUAL).length(),
                measured.map(Measured.Events.class::isInstance).orElse(true));
        spec.needs("objectives", "an SLO needs 'objectives'");
        List<Form> objectives = spec.forms("objectives", ObjectiveReader.KEYS);
        List<Objective> read = new ArrayList<>();
        for (int index = 0; index < objectives.size(); index++) {
            Form form = objectives.get(index);
            String name = objectives.size() == 1 ? slo.name() : slo.name() + "-" + suffix(form, index);
            if (measured.isEmpty() || method.isEmpty()) {
                ObjectiveReader.check(form);
                continue;
            }
            ObjectiveReader.read(form, measured.get(), method.get())
                    .filter(promise -> window.isPresent())
                    .flatMap(promise -> objective(slo, name, service, promise, window.get(), told, annotations))
                    .ifPresent(read::add);
        }
        return read;
    }

    private static Optional<Objective> objective(
            Resource slo,
            String name,
            String service,
            Promise promise,
            ObjectiveWindow window,
            Alerting told,
            Form annotations) {
        if (promise.budgeting() instanceof Budgeting.TimeSlices slices
                && slices.slice().compareTo(window.length()) >= 0) {
            slo.spec().wrong("timeWindow", "slices of " + slices.slice() + " do not fit the window");
            return Optional.empty();
        }
        return levels(promise, annotations)
                .map(levels -> new Objective(
                        name,
                        service,
                        slo.spec().text("description").orElse(""),
                        promise.indicator(),
                        promise.target(),
                        promise.budgeting(),
                        window,
                        told,
                        levels,
                        slo.position()));
    }

    private Optional<Measured> indicator(Form spec) {
        if (spec.has("indicator") == spec.has("indicatorRef")) {
            spec.findings().error(spec.fields().position(), "an SLO has either an 'indicator' or an 'indicatorRef'");
            return Optional.empty();
        }
        return spec.has("indicatorRef")
                ? named.referred(spec, "indicatorRef")
                : spec.form("indicator", Resource.KEYS)
                        .flatMap(form -> Resource.inline(form, "an indicator", IndicatorReader.SPEC, List.of()))
                        .flatMap(resource -> indicators.read(resource.spec()));
    }

    private static Optional<Method> method(Form spec) {
        spec.needs("budgetingMethod", "an SLO needs a 'budgetingMethod', Occurrences or Timeslices");
        Optional<Method> method = spec.word("budgetingMethod", ObjectiveReader.METHODS);
        if (method.equals(Optional.of(Method.RATIO_TIME_SLICES))) {
            spec.wrong(
                    "budgetingMethod",
                    "RatioTimeslices is not supported: a mean of shares says of no event that it was bad; "
                            + "use Occurrences or Timeslices");
            return Optional.empty();
        }
        return method;
    }

    private static String suffix(Form objective, int index) {
        String words = objective
                .text("displayName")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? Integer.toString(index + 1) : words;
    }

    private static Optional<Levels> levels(Promise promise, Form annotations) {
        Optional<Boolean> bad = annotations.word(Annotations.SHOW, Map.of("good", false, "bad", true));
        OptionalDouble warning = level(annotations, Annotations.WARNING);
        OptionalDouble critical = level(annotations, Annotations.CRITICAL);
        boolean higherIsWorse = bad.orElse(false);
        double objective = Shares.percent(higherIsWorse ? Shares.rest(promise.target()) : promise.target());
        if (promise.indicator() instanceof Indicator.Threshold threshold) {
            objective = threshold.limit();
            higherIsWorse = switch (threshold.good()) {
                case LESS_THAN, LESS_OR_EQUAL -> true;
                case GREATER_THAN, GREATER_OR_EQUAL -> false;
            };
            if (bad.isPresent()) {
                annotations.wrong(Annotations.SHOW, "'" + Annotations.SHOW + "' is for ratios");
            }
        }
        try {
            return Optional.of(new Levels(objective, warning, critical, higherIsWorse));
        } catch (IllegalArgumentException disorder) {
            annotations.wrong(warning.isPresent() ? Annotations.WARNING : Annotations.CRITICAL, disorder.getMessage());
            return Optional.empty();
        }
    }

    private static OptionalDouble level(Form annotations, String key) {
        return annotations
                .value(key, Numbers::finite, "a number: in the metric's unit, or for ratios in percent")
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
