package io.agentctl.policies.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.EvaluationLimits;
import io.agentctl.policies.document.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks and plans the expressions of one policy. */
final class ExpressionCompiler {

    /** The variable that holds a policy's parameters. */
    static final String PARAMETERS = "parameters";

    /** Longest expression, characters. */
    static final int LONGEST = 4_096;

    /** Deepest nesting of an expression: what a person can read, and far from what a stack can hold. */
    private static final int DEEPEST = 64;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseErrorRecoveryLimit(4)
            .populateMacroCalls(true)
            .maxRegexProgramSize(BoundedFunctions.LARGEST_PATTERN)
            .build();

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final EvaluationLimits limits;
    private final IssueMessages messages;
    private final Optional<Object> parameterValues;

    /** What plans expressions: the same for all policies, and made once, since it takes longer than most of them. */
    static CelRuntime runtime() {
        return BoundedFunctions.runtime(OPTIONS);
    }

    ExpressionCompiler(CelRuntime runtime, List<Parameter> parameters, EvaluationLimits limits) {
        FactTypes types = new FactTypes(parameters);
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(types)
                .setOptions(OPTIONS);
        types.scopes().forEach((name, type) -> builder.addVar(name, type));
        this.compiler = builder.build();
        this.runtime = runtime;
        this.limits = limits;
        this.messages = new IssueMessages(parameters);
        this.parameterValues = values(parameters);
    }

    /** Checks and plans a condition, which is true or false. */
    Compiled condition(String text) {
        return compile(text, SimpleType.BOOL);
    }

    /** Checks and plans an expression that gives a text. */
    Compiled text(String text) {
        return compile(text, SimpleType.STRING);
    }

    /** Parameters as the variable that expressions see. */
    static Optional<Object> values(List<Parameter> parameters) {
        Map<String, Object> values = new HashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.value()));
        return Optional.of(new ParameterScope(Map.copyOf(values)));
    }

    private Compiled compile(String text, CelType wanted) {
        if (text.length() > LONGEST) {
            return Compiled.refused(Issue.error(
                    Code.TOO_LARGE,
                    1,
                    1,
                    "an expression has at most %,d characters, and this one %,d".formatted(LONGEST, text.length())));
        }
        try {
            CelValidationResult result = compiler.compile(text);
            if (result.hasError()) {
                return new Compiled(Optional.empty(), messages.rewrite(result.getErrors(), text));
            }
            return planned(text, result.getAst(), wanted);
        } catch (StackOverflowError ignored) {
            return Compiled.refused(tooDeep());
        } catch (CelValidationException failure) {
            return new Compiled(Optional.empty(), messages.rewrite(failure.getErrors(), text));
        }
    }

    private Compiled planned(String text, CelAbstractSyntaxTree tree, CelType wanted) {
        if (Nodes.depth(tree.getExpr()) > DEEPEST) {
            return Compiled.refused(tooDeep());
        }
        CelType actual = tree.getResultType();
        if (!actual.equals(wanted)) {
            String hint = actual.equals(SimpleType.DYN)
                    ? "; what is in context.attributes has no declared type: compare it, or convert it with string() or bool()"
                    : "";
            return Compiled.refused(Issue.error(
                    Code.EXPRESSION,
                    1,
                    1,
                    "must give a " + wanted.name() + ", and gives " + OverloadMessages.typeName(actual.name()) + hint));
        }
        List<Issue> refusals = Refusals.of(tree);
        if (!refusals.isEmpty()) {
            return new Compiled(Optional.empty(), refusals);
        }
        try {
            return new Compiled(
                    Optional.of(new Expression(
                            text,
                            tree,
                            runtime.createProgram(tree),
                            limits,
                            FactReads.of(tree.getExpr()),
                            parameterValues)),
                    List.of());
        } catch (CelEvaluationException failure) {
            return Compiled.refused(Issue.error(Code.EXPRESSION, 1, 1, failure.getMessage()));
        }
    }

    private static Issue tooDeep() {
        return Issue.error(Code.TOO_LARGE, 1, 1, "nested more than " + DEEPEST + " deep; split it into several rules");
    }

    /** What became of an expression. */
    record Compiled(Optional<Expression> expression, List<Issue> issues) {

        static Compiled refused(Issue issue) {
            return new Compiled(Optional.empty(), List.of(issue));
        }
    }
}
