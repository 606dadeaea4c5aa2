package io.agentctl.policies.document;

import io.agentctl.policies.document.Diagnostic.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks what one part of a document says about another: names of rules and of parameters, and parameters' types. */
final class References {

    private final Findings findings;
    private final Map<String, Place> places;
    private final Map<String, String> effects = new HashMap<>();
    private final List<Parameter> parameters;

    /**
     * Makes a checker.
     *
     * @param policy as far as it is valid
     * @param places of the file whose findings these are
     */
    References(Findings findings, Map<String, Place> places, Fields policy) {
        this.findings = findings;
        this.places = places;
        Fields spec = policy.fields("spec");
        spec.list("rules", Fields.class).forEach(rule -> effects.put(rule.text("id"), rule.text("effect")));
        this.parameters = DocumentBuilder.parameters(spec);
    }

    References(Findings findings, Map<String, Place> places, PolicyDocument policy) {
        this.findings = findings;
        this.places = places;
        policy.rules()
                .forEach(rule -> effects.put(rule.id(), rule.effect().name().toLowerCase(Locale.ROOT)));
        this.parameters = policy.parameters();
    }

    void checkPolicy(Fields policy) {
        Fields spec = policy.fields("spec");
        spec.named("parameters").forEach((name, value) -> parameter((String) name, value));
        List<?> waivers = spec.items("exceptions");
        for (int i = 0; i < waivers.size(); i++) {
            String pointer = Pointers.item("/spec/exceptions", i) + "/rule";
            if (waivers.get(i) instanceof Fields waiver) {
                waiver.find("rule", String.class).ifPresent(rule -> waived(rule, pointer));
            }
        }
        checkTests(policy);
    }

    /** Checks the tests of a policy, or of a file beside it. */
    void checkTests(Fields root) {
        List<?> tests = root.items("tests");
        for (int i = 0; i < tests.size(); i++) {
            if (tests.get(i) instanceof Fields test) {
                test(test, Pointers.item("/tests", i));
            }
        }
    }

    private void parameter(String name, Object written) {
        Optional<ParameterValue> value = DocumentBuilder.value(written);
        if (value.isEmpty() || DocumentBuilder.parameter(name, written).isPresent()) {
            return;
        }
        String pointer = Pointers.member("/spec/parameters", name) + (written instanceof Fields ? "/default" : "");
        Optional<ValueType> type = DocumentBuilder.type(written);
        if (type.isPresent()) {
            mistyped(pointer, type.orElseThrow());
        } else {
            error(
                    Code.BAD_VALUE,
                    pointer,
                    "the type cannot be told: all items are texts, or all whole numbers; for an empty list, write"
                            + " {type: list(string), default: []}");
        }
    }

    private void mistyped(String pointer, ValueType type) {
        String example =
                switch (type) {
                    case BOOL -> "true";
                    case INT -> "8000";
                    case DOUBLE -> "0.5";
                    case STRING -> "\"premium\"";
                    case DURATION -> "5m";
                    case TIMESTAMP -> "2027-01-31T00:00:00Z";
                    case STRING_LIST -> "[free, trial]";
                    case INT_LIST -> "[6, 7]";
                    case MAP -> "{}";
                };
        error(Code.BAD_VALUE, pointer, "expected %s, such as %s".formatted(type.text(), example));
    }

    private void waived(String rule, String pointer) {
        known(rule, pointer);
        if ("allow".equals(effects.get(rule))) {
            error(Code.BAD_VALUE, pointer, "rule '%s' allows, and only denials are waived".formatted(rule));
        }
    }

    private void known(String rule, String pointer) {
        if (!effects.containsKey(rule)) {
            error(
                    Code.UNKNOWN_NAME,
                    pointer,
                    "there is no rule '%s'%s".formatted(rule, NearestName.hint(rule, effects.keySet())));
        }
    }

    private void test(Fields test, String pointer) {
        test.fields("expect").find("rule", String.class).ifPresent(rule -> known(rule, pointer + "/expect/rule"));
        test.named("parameters").forEach((name, value) -> {
            String at = Pointers.member(pointer + "/parameters", (String) name);
            Optional<Parameter> parameter = parameters.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst();
            if (parameter.isEmpty()) {
                unknownParameter((String) name, at);
            } else if (value instanceof ParameterValue given && !DocumentBuilder.fits(parameter.orElseThrow(), given)) {
                mistyped(at, parameter.orElseThrow().type());
            }
        });
    }

    private void unknownParameter(String name, String pointer) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        error(
                Code.UNKNOWN_NAME,
                pointer,
                "there is no parameter '%s'%s".formatted(name, NearestName.hint(name, names)));
    }

    private void error(Code code, String pointer, String message) {
        Place place = places.get(pointer);
        findings.error(code, place == null ? SourcePosition.START : place.start(), pointer, message);
    }
}
