package io.agentctl.policies.compile;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Diagnostic.Severity;

/**
 * A finding in an expression.
 *
 * @param line of the expression, from 1
 * @param column in that line, from 1
 */
record Issue(Severity severity, Code code, int line, int column, String message) {

    static Issue error(Code code, int line, int column, String message) {
        return new Issue(Severity.ERROR, code, line, column, message);
    }

    static Issue warning(Code code, int line, int column, String message) {
        return new Issue(Severity.WARNING, code, line, column, message);
    }
}
