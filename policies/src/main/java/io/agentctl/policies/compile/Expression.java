package io.agentctl.policies.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelRuntime;
import io.agentctl.policies.document.EvaluationLimits;
import java.util.Optional;
import java.util.Set;

/** A checked expression of a policy, ready to be evaluated by any number of threads. */
public final class Expression {

    private final String text;
    private final CelAbstractSyntaxTree tree;
    private final CelRuntime.Program program;
    private final EvaluationLimits limits;
    private final boolean small;
    private final Set<String> reads;
    private final Optional<Object> parameters;

    Expression(
            String text,
            CelAbstractSyntaxTree tree,
            CelRuntime.Program program,
            EvaluationLimits limits,
            Set<String> reads,
            Optional<Object> parameters) {
        this.text = text;
        this.tree = tree;
        this.program = program;
        this.limits = limits;
        this.small = Cost.isSmall(tree.getExpr());
        this.reads = Set.copyOf(reads);
        this.parameters = parameters;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Paths of the facts that it may read, such as {@code context.max_tokens}; parameters are not facts. */
    public Set<String> reads() {
        return reads;
    }

    /**
     * Evaluates a condition.
     *
     * @throws EvaluationException if it has no value, or would cost more than it may
     */
    public boolean test(Evaluation evaluation) throws EvaluationException {
        return (Boolean) value(evaluation);
    }

    /**
     * Evaluates it.
     *
     * @throws EvaluationException if it has no value, or would cost more than it may
     */
    public Object value(Evaluation evaluation) throws EvaluationException {
        evaluation.enter(parameters, reads);
        if (!small) {
            return watched(evaluation, new Guard(limits, evaluation.deadline()));
        }
        try {
            return program.eval(evaluation);
        } catch (CelEvaluationException failure) {
            throw Failures.explain(failure, evaluation);
        }
    }

    /**
     * Evaluates it, within the same bounds, and tells a listener the value of every node.
     *
     * @throws EvaluationException if it has no value, or would cost more than it may
     */
    Object trace(Evaluation evaluation, CelEvaluationListener listener) throws EvaluationException {
        evaluation.enter(parameters, reads);
        Guard guard = new Guard(limits, evaluation.deadline());
        return watched(evaluation, guard, (node, value) -> {
            listener.callback(node, value);
            guard.callback(node, value);
        });
    }

    CelAbstractSyntaxTree tree() {
        return tree;
    }

    boolean isSmall() {
        return small;
    }

    /** The same expression over other values of the parameters. */
    Expression with(Optional<Object> otherParameters) {
        return new Expression(text, tree, program, limits, reads, otherParameters);
    }

    private Object watched(Evaluation evaluation, Guard guard) throws EvaluationException {
        return watched(evaluation, guard, guard);
    }

    private Object watched(Evaluation evaluation, Guard guard, CelEvaluationListener listener)
            throws EvaluationException {
        try {
            Object value = program.trace(evaluation, listener);
            if (guard.stopped() != null) {
                throw Failures.stopped(guard.stopped());
            }
            return value;
        } catch (CelEvaluationException failure) {
            throw guard.stopped() != null ? Failures.stopped(guard.stopped()) : Failures.explain(failure, evaluation);
        } catch (EvaluationStopped stopped) {
            throw Failures.stopped(stopped);
        } catch (StackOverflowError ignored) {
            throw Failures.stopped(new EvaluationStopped("values that are nested too deeply"));
        }
    }
}
