package io.agentctl.policies.testing;

import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.Parameter;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.document.Rule;
import io.agentctl.policies.document.SourcePosition;
import io.agentctl.policies.document.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes every mutant of a policy: of rules, then exceptions, then parameters, each in the order of the document. */
final class MutantDocuments {

    private final PolicySource source;
    private final PolicyDocument document;
    private final List<MutantDocument> all = new ArrayList<>();

    private MutantDocuments(PolicySource source, PolicyDocument document) {
        this.source = source;
        this.document = document;
    }

    static List<MutantDocument> of(PolicySource source, PolicyDocument document) {
        MutantDocuments mutants = new MutantDocuments(source, document);
        for (int index = 0; index < document.rules().size(); index++) {
            mutants.addRule(index);
        }
        for (int index = 0; index < document.exceptions().size(); index++) {
            mutants.addException(index);
        }
        for (int index = 0; index < document.parameters().size(); index++) {
            mutants.addParameter(index);
        }
        return List.copyOf(mutants.all);
    }

    private void addRule(int index) {
        Rule rule = document.rules().get(index);
        String pointer = "/spec/rules/" + index;
        addExpression(
                pointer + "/when",
                rule.when(),
                when -> DocumentEdits.withRules(
                        document,
                        DocumentEdits.replaced(
                                document.rules(),
                                index,
                                new Rule(rule.id(), when, rule.effect(), rule.message(), rule.messageExpression()))));
        Effect other = rule.effect() == Effect.ALLOW ? Effect.DENY : Effect.ALLOW;
        Rule turned = new Rule(rule.id(), rule.when(), other, rule.message(), rule.messageExpression());
        // An exception to a rule that no longer denies would be refused, and says nothing here.
        add(
                new Mutant(
                        Mutation.EFFECT,
                        source.file(),
                        pointer + "/effect",
                        source.position(pointer + "/effect"),
                        word(rule.effect()),
                        word(other),
                        "a case in which the rule " + rule.id() + " decides"),
                withoutExceptionsTo(rule.id(), DocumentEdits.replaced(document.rules(), index, turned)));
        if (document.rules().size() > 1) {
            add(
                    new Mutant(
                            Mutation.RULE_REMOVED,
                            source.file(),
                            pointer,
                            source.position(pointer),
                            "rule " + rule.id(),
                            "",
                            "a case in which the rule " + rule.id() + " alone decides"),
                    withoutExceptionsTo(rule.id(), DocumentEdits.without(document.rules(), index)));
        }
    }

    private void addException(int index) {
        Waiver waiver = document.exceptions().get(index);
        String pointer = "/spec/exceptions/" + index;
        addExpression(
                pointer + "/when",
                waiver.when(),
                when -> DocumentEdits.withExceptions(
                        document,
                        DocumentEdits.replaced(
                                document.exceptions(),
                                index,
                                new Waiver(waiver.rule(), when, waiver.expires(), waiver.ticket()))));
        add(
                new Mutant(
                        Mutation.EXCEPTION_REMOVED,
                        source.file(),
                        pointer,
                        source.position(pointer),
                        "exception " + waiver.ticket(),
                        "",
                        "a case in which the exception waives a denial by " + waiver.rule()),
                DocumentEdits.withExceptions(document, DocumentEdits.without(document.exceptions(), index)));
    }

    private void addParameter(int index) {
        Parameter parameter = document.parameters().get(index);
        String pointer = "/spec/parameters/" + parameter.name() + "/default";
        for (Object value : MovedValue.of(parameter)) {
            Parameter moved = new Parameter(parameter.name(), parameter.type(), value, parameter.description());
            add(
                    new Mutant(
                            Mutation.PARAMETER,
                            source.file(),
                            pointer,
                            source.position(pointer),
                            parameter.name() + " = " + MovedValue.text(parameter.value()),
                            MovedValue.text(value),
                            MovedValue.hint(parameter, value)),
                    DocumentEdits.withParameters(
                            document, DocumentEdits.replaced(document.parameters(), index, moved)));
        }
    }

    private void addExpression(String pointer, String expression, Function<String, PolicyDocument> with) {
        for (Edit edit : ExpressionEdits.of(expression)) {
            String mutated = edit.applyTo(expression);
            Mutant mutant = new Mutant(
                    edit.mutation(),
                    source.file(),
                    pointer,
                    position(pointer, expression, edit.start()),
                    oneLine(expression),
                    oneLine(mutated),
                    edit.hint());
            add(mutant, with.apply(mutated));
        }
    }

    private SourcePosition position(String pointer, String expression, int offset) {
        String before = expression.substring(0, offset);
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        String inLine = before.substring(before.lastIndexOf('\n') + 1);
        return source.positionWithin(pointer, line, 1 + inLine.codePointCount(0, inLine.length()));
    }

    private PolicyDocument withoutExceptionsTo(String rule, List<Rule> rules) {
        List<Waiver> others = document.exceptions().stream()
                .filter(waiver -> !waiver.rule().equals(rule))
                .toList();
        return DocumentEdits.withExceptions(DocumentEdits.withRules(document, rules), others);
    }

    private void add(Mutant mutant, PolicyDocument mutated) {
        all.add(new MutantDocument(mutant, mutated));
    }

    private static String oneLine(String expression) {
        return expression.strip().replaceAll("\\s*\\n\\s*", " ");
    }

    private static String word(Effect effect) {
        return effect == Effect.ALLOW ? "allow" : "deny";
    }
}
