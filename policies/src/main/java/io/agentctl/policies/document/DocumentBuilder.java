package io.agentctl.policies.document;

import io.agentctl.policies.document.PolicyTest.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a document of values that were checked, without a finding. */
final class DocumentBuilder {

    private DocumentBuilder() {}

    static PolicyDocument document(Fields root) {
        return document(root, new PolicyId(root.fields("metadata").text("id")));
    }

    /** The same, of a document whose metadata need not be right. */
    static PolicyDocument document(Fields root, PolicyId id) {
        Fields metadata = root.fields("metadata");
        Fields spec = root.fields("spec");
        Fields match = spec.fields("match");
        List<Parameter> parameters = parameters(spec);
        return new PolicyDocument(
                id,
                metadata.text("owner").strip(),
                metadata.text("description").strip(),
                new Match(match.list("intents", String.class), match.list("environments", String.class)),
                parameters,
                mode(spec),
                onError(spec),
                limits(spec.fields("limits")),
                spec.list("rules", Fields.class).stream()
                        .map(DocumentBuilder::rule)
                        .toList(),
                spec.list("exceptions", Fields.class).stream()
                        .map(DocumentBuilder::waiver)
                        .toList(),
                spec.list("redact", JsonPath.class),
                tests(root, parameters));
    }

    static Mode mode(Fields spec) {
        return spec.find("mode", String.class)
                .map(mode -> word(Mode.class, mode))
                .orElse(Mode.ENFORCE);
    }

    static OnError onError(Fields spec) {
        return spec.find("onError", String.class)
                .map(onError -> word(OnError.class, onError))
                .orElse(OnError.DENY);
    }

    /** The parameters whose type and value are valid, in the order of the document. */
    static List<Parameter> parameters(Fields spec) {
        List<Parameter> parameters = new ArrayList<>();
        spec.named("parameters")
                .forEach((name, value) -> parameter((String) name, value).ifPresent(parameters::add));
        return List.copyOf(parameters);
    }

    /** A parameter, if its type can be told and its value is one of it. */
    static Optional<Parameter> parameter(String name, Object written) {
        Optional<ParameterValue> value = value(written);
        Optional<ValueType> type = type(written);
        String description =
                written instanceof Fields fields ? fields.text("description").strip() : "";
        return type.flatMap(known -> value.flatMap(given -> ParameterTypes.as(known, fitting(known, given)))
                .map(typed -> new Parameter(name, known, typed, description)));
    }

    static Optional<ParameterValue> value(Object written) {
        if (written instanceof Fields fields) {
            return fields.find("default", ParameterValue.class);
        }
        return written instanceof ParameterValue value ? Optional.of(value) : Optional.empty();
    }

    static Optional<ValueType> type(Object written) {
        if (written instanceof Fields fields
                && fields.find("type", String.class).isPresent()) {
            return Optional.of(ParameterTypes.named(fields.text("type")));
        }
        return value(written).flatMap(value -> ParameterTypes.of(value.inferred()));
    }

    private static Object fitting(ValueType type, ParameterValue value) {
        boolean text = type == ValueType.STRING || value.inferred() instanceof String;
        return text ? value.written() : value.inferred();
    }

    private static EvaluationLimits limits(Fields limits) {
        EvaluationLimits most = EvaluationLimits.MOST;
        return new EvaluationLimits(
                limits.find("nodes", Long.class).map(Math::toIntExact).orElse(most.nodes()),
                limits.find("stringLength", Long.class).map(Math::toIntExact).orElse(most.stringLength()),
                limits.find("time", Duration.class).orElse(most.time()));
    }

    static Rule rule(Fields rule) {
        return new Rule(
                rule.text("id"),
                rule.text("when").stripTrailing(),
                word(Effect.class, rule.text("effect")),
                rule.text("message").strip(),
                rule.find("messageExpression", String.class).map(String::stripTrailing));
    }

    static Waiver waiver(Fields waiver) {
        return new Waiver(
                waiver.text("rule"),
                waiver.text("when").stripTrailing(),
                waiver.find("expires", Instant.class).orElseThrow(),
                waiver.text("ticket").strip());
    }

    /** The tests of a policy, or of a file beside it. */
    static List<PolicyTest> tests(Fields root, List<Parameter> parameters) {
        return root.list("tests", Fields.class).stream()
                .map(test -> test(test, parameters))
                .toList();
    }

    private static PolicyTest test(Fields test, List<Parameter> parameters) {
        Map<String, Object> input = new LinkedHashMap<>();
        test.fields("input").values().forEach((name, value) -> input.put(name, json(value)));
        Map<String, Object> replaced = new LinkedHashMap<>();
        test.named("parameters").forEach((name, value) -> parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .forEach(parameter -> replaced.put(
                        parameter.name(),
                        ParameterTypes.as(parameter.type(), fitting(parameter.type(), (ParameterValue) value))
                                .orElseThrow())));
        return new PolicyTest(test.text("name").strip(), input, replaced, expectation(test));
    }

    /** A replaced parameter's value, if it is one of the parameter's type. */
    static boolean fits(Parameter parameter, ParameterValue value) {
        return ParameterTypes.as(parameter.type(), fitting(parameter.type(), value))
                .isPresent();
    }

    private static Object json(Object value) {
        return value instanceof Instant instant ? instant.toString() : value;
    }

    private static Expectation expectation(Fields test) {
        Fields expect =
                test.find("expect", Fields.class).orElseGet(() -> new Fields(Map.of("effect", test.text("expect"))));
        return new Expectation(
                word(Effect.class, expect.text("effect")),
                expect.find("rule", String.class),
                expect.find("message", String.class));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
