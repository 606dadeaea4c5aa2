package io.agentctl.policies.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be made out of a policy, be it right in its form or not, so that what it means is looked at in either case
 * and nobody mends one mistake to be told of the next.
 *
 * @param document with the rules, exceptions and parameters that are right; what else is wrong has its default. Its
 *     tests are there if nothing is wrong in them and in what the policy says
 * @param rules the place in the file's list of each rule of the document, from 0
 * @param exceptions likewise
 * @param loose expressions of rules and exceptions that are not right otherwise
 * @param unreadable found in expressions that refer to parameters which could not be read
 * @param allRules whether every rule of the file is in the document
 * @param allExceptions whether every exception is
 */
public record Draft(
        PolicyDocument document,
        List<Integer> rules,
        List<Integer> exceptions,
        List<Loose> loose,
        Optional<Pattern> unreadable,
        boolean allRules,
        boolean allExceptions) {

    /** What an expression has to give. */
    public enum Kind {
        CONDITION,
        MESSAGE
    }

    /** An expression by itself, and where it is. */
    public record Loose(String pointer, Kind kind, String text) {}

    public Draft {
        rules = List.copyOf(rules);
        exceptions = List.copyOf(exceptions);
        loose = List.copyOf(loose);
    }

    /** Of a document that is right. */
    public static Draft of(PolicyDocument document) {
        return new Draft(
                document,
                DraftBuilder.upTo(document.rules().size()),
                DraftBuilder.upTo(document.exceptions().size()),
                List.of(),
                Optional.empty(),
                true,
                true);
    }

    /** Whether an expression can be judged: one that refers to what could not be read would be blamed for it. */
    public boolean canJudge(String expression) {
        return unreadable.filter(pattern -> pattern.matcher(expression).find()).isEmpty();
    }
}
