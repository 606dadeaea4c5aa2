package io.agentctl.policies.document;

import java.util.List;

/**
 * A policy as its author wrote it.
 *
 * @param owner who answers for it: a team or an address
 * @param description what it is for, in a sentence; may be empty
 * @param match what it speaks about
 * @param parameters values that rules refer to as {@code parameters.NAME}, in the order of the document
 * @param mode whether its denials deny
 * @param onError what a rule means that cannot be evaluated
 * @param limits what one evaluation of one of its rules may cost; at most the engine's own
 * @param rules at least one; ids are unique
 * @param exceptions where a denial is waived, for a time
 * @param redact what is masked wherever a request is logged or recorded
 * @param tests cases that must hold before it is published
 */
public record PolicyDocument(
        PolicyId id,
        String owner,
        String description,
        Match match,
        List<Parameter> parameters,
        Mode mode,
        OnError onError,
        EvaluationLimits limits,
        List<Rule> rules,
        List<Waiver> exceptions,
        List<JsonPath> redact,
        List<PolicyTest> tests) {

    /** The {@code apiVersion} that this program reads and writes. */
    public static final String API_VERSION = "agentctl.io/v1";

    /** The {@code kind} of a policy. */
    public static final String KIND = "Policy";

    public PolicyDocument {
        parameters = List.copyOf(parameters);
        rules = List.copyOf(rules);
        exceptions = List.copyOf(exceptions);
        redact = List.copyOf(redact);
        tests = List.copyOf(tests);
    }

    /** The same policy with other tests. */
    public PolicyDocument withTests(List<PolicyTest> others) {
        return new PolicyDocument(
                id, owner, description, match, parameters, mode, onError, limits, rules, exceptions, redact, others);
    }
}
