package io.agentctl.policies.document;

import java.util.Map;
import java.util.Optional;

/**
 * A case: a request, and what the policy alone must say to it.
 *
 * @param name unique in the policy
 * @param input the request as JSON values: {@code intent}, {@code context}, and optionally {@code environment},
 *     {@code time} (an instant), {@code caller}, {@code usage}; a missing environment is the first that the policy
 *     matches
 * @param parameters values that replace the policy's own in this case
 */
public record PolicyTest(String name, Map<String, Object> input, Map<String, Object> parameters, Expectation expect) {

    public PolicyTest {
        input = Map.copyOf(input);
        parameters = Map.copyOf(parameters);
    }

    /**
     * What is expected.
     *
     * @param effect allowed or denied
     * @param rule the rule that must have decided, where the case names one
     * @param message what the message must be, where the case says so
     */
    public record Expectation(Effect effect, Optional<String> rule, Optional<String> message) {}
}
