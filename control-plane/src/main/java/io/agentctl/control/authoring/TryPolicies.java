package io.agentctl.control.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.document.Match;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.Explainer;
import io.agentctl.policies.engine.Explanation;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.fact.FactTypeException;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.testing.CaseRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a request to policies from files, and tells what they decide and how they come to it. */
public final class TryPolicies implements UseCase<TryPolicies.Request, TryPolicies.Result> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final InstantSource clock;

    /** Makes the use case; the clock is the request's time where it states none. */
    public TryPolicies(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Asks what policies say to a request.
     *
     * @param input the request as JSON, in the form of a test's input: {@code intent}, {@code context}, and optionally
     *     {@code environment}, {@code time}, {@code caller}, {@code usage}
     * @param environment replaces the input's
     */
    public record Request(List<Path> files, String input, Optional<String> environment) {}

    /** What they decide, and each rule that applies with its value. */
    public record Result(Explanation explanation) {}

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<CompiledPolicy> policies = DraftPolicies.compile(request.files(), clock);
        Facts facts = facts(request, policies);
        PolicySet set = PolicySet.of((String) facts.request().get("environment"), 0, policies);
        return new Result(new Explainer(new DecisionEngine()).explain(set, facts));
    }

    private Facts facts(Request request, List<CompiledPolicy> policies) {
        Map<String, Object> input = parse(request.input());
        String environment = request.environment()
                .orElseGet(
                        () -> input.get("environment") instanceof String stated ? stated : firstEnvironment(policies));
        try {
            return CaseRequest.facts(input, environment, clock.instant());
        } catch (FactTypeException mistake) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "the request's " + mistake.pointer() + " " + mistake.getMessage(),
                    "docs/policies.md lists every fact with its type.",
                    null,
                    mistake);
        }
    }

    /** The same default as a test's. */
    private static String firstEnvironment(List<CompiledPolicy> policies) {
        return policies.stream()
                .map(policy -> policy.document().match())
                .map(Match::environments)
                .flatMap(List::stream)
                .findFirst()
                .orElse(CaseRequest.DEFAULT_ENVIRONMENT);
    }

    private static Map<String, Object> parse(String input) {
        try {
            Map<String, Object> read = JSON.readValue(input, new TypeReference<>() {});
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException mistake) {
            throw notAnObject(
                    ": " + mistake.getOriginalMessage() + " (line "
                            + mistake.getLocation().getLineNr() + ", column "
                            + mistake.getLocation().getColumnNr() + ")",
                    mistake);
        }
        throw notAnObject("", null);
    }

    private static AgentctlException notAnObject(String why, Exception cause) {
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                "the request is not a JSON object" + why,
                "Such as: --input '{\"intent\": \"call_reasoning\", \"context\": {\"max_tokens\": 9000}}'",
                null,
                cause);
    }
}
