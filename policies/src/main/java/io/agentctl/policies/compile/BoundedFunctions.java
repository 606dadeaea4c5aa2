package io.agentctl.policies.compile;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelOptions;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The two functions of CEL whose single call can take longer than a decision: a search for a pattern takes text ×
 * pattern, and so does Java's search for a text. Patterns are compiled once.
 */
final class BoundedFunctions {

    /** Instructions of a compiled pattern, at most; a list of fifty words has about 400. */
    static final int LARGEST_PATTERN = 1_000;

    /**
     * Patterns kept; they are literals and parameters, so there are few. When there are more, those of policies that
     * are gone among them, keeping begins anew.
     */
    private static final int PATTERNS_KEPT = 1_024;

    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private BoundedFunctions() {}

    /** A runtime with these functions in the place of CEL's own. */
    @SuppressWarnings("Immutable") // The patterns that are kept change no result.
    static CelRuntime runtime(CelOptions options) {
        BoundedFunctions functions = new BoundedFunctions();
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(options)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(StandardFunction.MATCHES, StandardFunction.CONTAINS)
                        .build())
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "matches",
                        CelFunctionBinding.from("matches", String.class, String.class, functions::matches),
                        CelFunctionBinding.from("matches_string", String.class, String.class, functions::matches)))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "contains",
                        CelFunctionBinding.from("contains_string", String.class, String.class, TextSearch::contains)))
                .build();
    }

    /** What is wrong with a pattern, if anything is. */
    static Optional<String> problem(String pattern) {
        try {
            int size = Pattern.compile(pattern).programSize();
            return size <= LARGEST_PATTERN
                    ? Optional.empty()
                    : Optional.of("the pattern is too large: %,d instructions, at most %,d; repetitions multiply"
                            .formatted(size, LARGEST_PATTERN));
        } catch (PatternSyntaxException problem) {
            return Optional.of("not a pattern (RE2): " + problem.getDescription());
        }
    }

    private boolean matches(String text, String pattern) {
        Pattern compiled = patterns.get(pattern);
        if (compiled == null) {
            Optional<String> problem = problem(pattern);
            if (problem.isPresent()) {
                throw new IllegalArgumentException(problem.get());
            }
            compiled = Pattern.compile(pattern);
            if (patterns.size() >= PATTERNS_KEPT) {
                patterns.clear();
            }
            patterns.put(pattern, compiled);
        }
        return compiled.matcher(new TimedText(text)).find();
    }
}
