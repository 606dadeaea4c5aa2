package io.agentctl.policies.compile;

import dev.cel.common.CelIssue;
import io.agentctl.policies.document.Diagnostic.Code;
import java.util.List;

/** CEL's findings in the terms of who writes policies. */
final class IssueMessages {

    private IssueMessages() {}

    static List<Issue> rewrite(List<CelIssue> issues) {
        return issues.stream().map(IssueMessages::rewrite).toList();
    }

    private static Issue rewrite(CelIssue issue) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
        return Issue.error(Code.EXPRESSION, line, column, issue.getMessage());
    }

    static String typeName(String celName) {
        return celName;
    }
}
