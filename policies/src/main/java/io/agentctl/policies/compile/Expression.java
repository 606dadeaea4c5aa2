package io.agentctl.policies.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelRuntime;
import io.agentctl.policies.document.EvaluationLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Optional<Object> parameterValues;

    Expression(
            String text,
            CelAbstractSyntaxTree tree,
            CelRuntime.Program program,
            EvaluationLimits limits,
            Set<String> reads,
            Optional<Object> parameterValues) {
        this.text = text;
        this.tree = tree;
        this.program = program;
        this.limits = limits;
        this.small = Cost.isSmall(tree.getExpr());
        this.reads = Set.copyOf(reads);
        this.parameterValues = parameterValues;
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
        evaluation.enter(parameterValues, reads);
        if (!small) {
            return watched(evaluation, new Guard(limits, evaluation.deadline()));
        }
        try {
            return program.eval(evaluation);
        } catch (CelEvaluationException failure) {
            throw Failures.explain(failure, evaluation);
        }
    }

    /** Evaluates a condition within the same bounds, and says why it has its value. */
    public Explained explain(Evaluation evaluation) {
        evaluation.enter(parameterValues, reads);
        Guard guard = new Guard(limits, evaluation.deadline());
        Map<Long, Object> values = new HashMap<>();
        try {
            Object value = watched(evaluation, guard, (node, nodeValue) -> {
                values.put(node.id(), nodeValue);
                guard.callback(node, nodeValue);
            });
            values.put(tree.getExpr().id(), value);
            List<String> reasons =
                    new Reasons(values, new Unparser(tree.getSource().getMacroCalls())).of(tree.getExpr());
            return new Explained(Optional.of((Boolean) value), "", reasons);
        } catch (EvaluationException failure) {
            return new Explained(Optional.empty(), failure.getMessage(), List.of());
        }
    }

    /** Names of the parameters that it reads. */
    Set<String> parameters() {
        return FactReads.parameters(tree.getExpr());
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
            guard.begin();
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
