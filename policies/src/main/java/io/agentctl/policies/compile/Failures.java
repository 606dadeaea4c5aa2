package io.agentctl.policies.compile;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;

/** What went wrong in an evaluation, in the terms of who wrote the expression. */
final class Failures {

    private Failures() {}

    static EvaluationException stopped(EvaluationStopped stopped) {
        return new EvaluationException("stopped: it takes " + stopped.getMessage(), false);
    }

    static EvaluationException explain(CelEvaluationException failure, Evaluation evaluation) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && !(deepest instanceof MissingFactException)) {
            deepest = deepest.getCause();
        }
        // With a masked fact, no error is certain: the fact might have made the difference.
        return new EvaluationException(message(failure.getErrorCode(), deepest), evaluation.maskWasRead());
    }

    private static String message(CelErrorCode code, Throwable deepest) {
        String detail = deepest.getMessage() == null ? "" : deepest.getMessage();
        if (deepest instanceof MissingFactException) {
            return detail;
        }
        return switch (code) {
            case DIVIDE_BY_ZERO -> "division by zero";
            case ATTRIBUTE_NOT_FOUND -> missing(detail);
            case BAD_FORMAT,
                    NUMERIC_OVERFLOW,
                    INVALID_ARGUMENT,
                    OVERLOAD_NOT_FOUND,
                    INDEX_OUT_OF_BOUNDS,
                    DUPLICATE_ATTRIBUTE,
                    AMBIGUOUS_OVERLOAD,
                    ITERATION_BUDGET_EXCEEDED,
                    TYPE_NOT_FOUND,
                    INTERNAL_ERROR -> detail;
        };
    }

    private static String missing(String detail) {
        int quote = detail.lastIndexOf('\'', Math.max(0, detail.length() - 3));
        return quote < 0 ? detail : "there is no member " + detail.substring(quote);
    }
}
