package io.agentctl.policies.compile;

import dev.cel.runtime.CelVariableResolver;
import io.agentctl.policies.fact.FactCatalog;
import io.agentctl.policies.fact.Facts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the expressions of one decision share: the facts, and the time that the whole decision may take. Made for one
 * decision, and used by one thread.
 */
public final class Evaluation implements CelVariableResolver {

    /** What all bounded evaluations of a decision may take together, ns: a limit that 200 hostile rules share. */
    private static final long DECISION_NANOS = 40_000_000;

    private static final String ATTRIBUTES = "attributes";

    private final Set<String> masked;
    private final Optional<Object> request;
    private final Optional<Object> context;
    private final Optional<Object> usage;
    private Optional<Object> parameters = Optional.empty();
    private Map<?, ?> adaptedFrom;
    private Object adapted;
    private long deadline;
    private boolean attributesMasked;
    private boolean maskWasRead;

    /** Makes an evaluation over facts that are all known. */
    public Evaluation(Facts facts) {
        this(facts, Set.of());
    }

    /**
     * Makes an evaluation.
     *
     * @param masked paths of facts whose values are not known, such as {@code context.prompt} or
     *     {@code context.attributes.prompt}
     */
    public Evaluation(Facts facts, Set<String> masked) {
        this.masked = masked;
        this.request = Optional.of(new FactScope(FactCatalog.REQUEST, facts.request(), this));
        this.context = Optional.of(new FactScope(FactCatalog.CONTEXT, facts.context(), this));
        this.usage = Optional.of(new FactScope(FactCatalog.USAGE, facts.usage(), this));
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case FactCatalog.CONTEXT -> context;
            case FactCatalog.REQUEST -> request;
            case FactCatalog.USAGE -> usage;
            case ExpressionCompiler.PARAMETERS -> parameters;
            default -> Optional.empty();
        };
    }

    /** Says whose parameters the next expressions mean, and what they read. */
    void enter(Optional<Object> policyParameters, Set<String> reads) {
        parameters = policyParameters;
        maskWasRead = false;
        attributesMasked = !masked.isEmpty() && readsMaskedAttribute(reads);
    }

    boolean masks(String scope, String member) {
        if (masked.isEmpty()) {
            return false;
        }
        boolean hidden = masked.contains(scope + "." + member)
                || (attributesMasked && member.equals(ATTRIBUTES) && scope.equals(FactCatalog.CONTEXT));
        maskWasRead |= hidden;
        return hidden;
    }

    /** Whether the expression that was evaluated last asked for a masked fact. */
    boolean maskWasRead() {
        return maskWasRead;
    }

    /** A JSON object in CEL's terms; kept, for rules read the same one again. */
    Object adapted(Map<?, ?> map) {
        if (adaptedFrom != map) {
            adapted = JsonValues.adapt(map);
            adaptedFrom = map;
        }
        return adapted;
    }

    /** When the decision's time is up, in {@link System#nanoTime} terms; the clock starts when this is first asked. */
    long deadline() {
        if (deadline == 0) {
            deadline = System.nanoTime() + DECISION_NANOS;
        }
        return deadline;
    }

    private boolean readsMaskedAttribute(Set<String> reads) {
        for (String read : reads) {
            for (String path : masked) {
                if (read.startsWith(FactCatalog.CONTEXT + "." + ATTRIBUTES)
                        && (overlaps(read, path) || overlaps(path, read))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean overlaps(String outer, String inner) {
        return inner.equals(outer) || inner.startsWith(outer + ".");
    }
}
