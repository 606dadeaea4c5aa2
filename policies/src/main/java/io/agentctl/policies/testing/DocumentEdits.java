package io.agentctl.policies.testing;

import io.agentctl.policies.document.Mode;
import io.agentctl.policies.document.Parameter;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.Rule;
import io.agentctl.policies.document.Waiver;
import java.util.ArrayList;
import java.util.List;

/** Documents that differ from another one in one place. */
final class DocumentEdits {

    private DocumentEdits() {}

    static PolicyDocument withMode(PolicyDocument document, Mode mode) {
        return with(document, document.parameters(), mode, document.rules(), document.exceptions());
    }

    static PolicyDocument withRules(PolicyDocument document, List<Rule> rules) {
        return with(document, document.parameters(), document.mode(), rules, document.exceptions());
    }

    static PolicyDocument withExceptions(PolicyDocument document, List<Waiver> exceptions) {
        return with(document, document.parameters(), document.mode(), document.rules(), exceptions);
    }

    static PolicyDocument withParameters(PolicyDocument document, List<Parameter> parameters) {
        return with(document, parameters, document.mode(), document.rules(), document.exceptions());
    }

    static <T> List<T> replaced(List<T> items, int index, T item) {
        List<T> copy = new ArrayList<>(items);
        copy.set(index, item);
        return copy;
    }

    static <T> List<T> without(List<T> items, int index) {
        List<T> copy = new ArrayList<>(items);
        copy.remove(index);
        return copy;
    }

    private static PolicyDocument with(
            PolicyDocument document, List<Parameter> parameters, Mode mode, List<Rule> rules, List<Waiver> exceptions) {
        return new PolicyDocument(
                document.id(),
                document.owner(),
                document.description(),
                document.match(),
                parameters,
                mode,
                document.onError(),
                document.limits(),
                rules,
                exceptions,
                document.redact(),
                document.tests());
    }
}
