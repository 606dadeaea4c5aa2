package io.agentctl.policies.compile;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import io.agentctl.policies.document.EvaluationLimits;
import java.util.Collection;
import java.util.Map;

/**
 * Bounds one evaluation: nodes visited, sizes of what is made, time. Once it has stopped it stays stopped, whatever
 * happens to the exception on its way. Made for one evaluation.
 */
final class Guard implements CelEvaluationListener {

    /** Nodes between two looks at the clock; a node costs some tens of ns, a look as much. */
    private static final int NODES_PER_LOOK = 16;

    private final EvaluationLimits limits;
    private final long deadline;
    private int nodes;
    private EvaluationStopped stopped;

    Guard(EvaluationLimits limits, long decisionDeadline) {
        this.limits = limits;
        long own = System.nanoTime() + limits.time().toNanos();
        this.deadline = own - decisionDeadline < 0 ? own : decisionDeadline;
    }

    /**
     * Refuses to begin where other rules have used up the time of the decision.
     *
     * @throws EvaluationStopped if the deadline has passed
     */
    void begin() {
        if (System.nanoTime() - deadline > 0) {
            stop("more time than one decision has, with the rules before it");
        }
    }

    @Override
    public void callback(CelExpr expression, Object value) {
        if (stopped != null) {
            throw stopped;
        }
        nodes++;
        if (nodes > limits.nodes()) {
            stop("more than %,d steps".formatted(limits.nodes()));
        }
        boolean call = expression.getKind() == CelExpr.ExprKind.Kind.CALL;
        if (makes(expression, call) && size(value) > limits.stringLength()) {
            stop("a string or list of more than %,d elements".formatted(limits.stringLength()));
        }
        if ((nodes % NODES_PER_LOOK == 0
                        || (call && Cost.isLinear(expression.call().function())))
                && System.nanoTime() - deadline > 0) {
            stop("more time than the limit of %d ms".formatted(limits.time().toMillis()));
        }
    }

    EvaluationStopped stopped() {
        return stopped;
    }

    private void stop(String reason) {
        stopped = new EvaluationStopped(reason);
        throw stopped;
    }

    /** What is only read, such as a long prompt, is as long as the request was allowed to be. */
    private static boolean makes(CelExpr expression, boolean call) {
        return switch (expression.getKind()) {
            case CALL -> call && Cost.makes(expression.call().function());
            case LIST, MAP, STRUCT, COMPREHENSION -> true;
            case CONSTANT, IDENT, SELECT, NOT_SET -> false;
        };
    }

    private static int size(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof Collection<?> collection) {
            return collection.size();
        }
        return value instanceof Map<?, ?> map ? map.size() : 0;
    }
}
