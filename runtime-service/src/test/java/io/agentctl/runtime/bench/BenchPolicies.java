package io.agentctl.runtime.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ten policies of five rules each, one of which speaks about the intent that is measured: 50 rules, of which 5 apply.
 */
final class BenchPolicies {

    private static final int POLICIES = 10;

    /** A request that all five rules have to look at. */
    static final String BODY =
            """
            {"intent":"call_reasoning_0","context":{"user_id":"u-1","agent_id":"planner","session_id":"s-17",\
            "tenant":"acme","tenant_class":"premium","model":"large","max_tokens":1200,"input_tokens":3400,\
            "estimated_cost_usd":0.034,"data_classification":"internal"}}""";

    private BenchPolicies() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int index = 0; index < POLICIES; index++) {
            Files.writeString(folder.resolve("policy-" + index + ".yaml"), document(index));
        }
    }

    static String document(int index) {
        return """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata:
                  id: policy-%1$d
                  owner: platform
                  description: One of ten.
                spec:
                  match:
                    intents: [call_reasoning_%1$d]
                  rules:
                    - id: tokens
                      when: has(context.max_tokens) && context.max_tokens > 8000 + %1$d
                      effect: deny
                      message: too many tokens
                    - id: cost
                      when: has(context.estimated_cost_usd) && context.estimated_cost_usd > 0.5
                      effect: deny
                      message: too expensive
                    - id: class
                      when: has(context.tenant_class) && !(context.tenant_class in ["free", "basic", "premium"])
                      effect: deny
                      message: unknown class
                    - id: model
                      when: has(context.model) && context.model == "huge" && context.tenant_class != "premium"
                      effect: deny
                      message: not for this class
                    - id: usual
                      when: has(context.agent_id) && context.agent_id != ""
                      effect: allow
                """
                .formatted(index);
    }
}
