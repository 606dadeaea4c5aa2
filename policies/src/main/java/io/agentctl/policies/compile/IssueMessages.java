package io.agentctl.policies.compile;

import dev.cel.common.CelIssue;
import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL's findings in the terms of who writes policies. Knows the forms of the messages of CEL 0.14. */
final class IssueMessages {

    private static final Pattern FIELD = Pattern.compile("undefined field '(.*)'");
    private static final Pattern NAME = Pattern.compile("undeclared reference to '(.*)' \\(in container '.*'\\)");
    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '(.*)' applied to '\\((.*)\\)'(?: \\(candidates: (.*)\\))?",
            Pattern.DOTALL);
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (.*)");
    private static final Pattern TOKEN =
            Pattern.compile("(?:mismatched|extraneous) input '(.*)' expecting .*", Pattern.DOTALL);
    private static final Pattern CHARACTER = Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);

    private static final Pattern MISTYPED_MACRO = Pattern.compile(
            "unknown function .* Did you mean (all|exists|exists_one|map|filter)\\?|.*\\(\\) takes a name and a condition.*");

    /** How other languages write what CEL writes with signs. */
    private static final Map<String, String> WORDS =
            Map.of("and", "&&", "or", "||", "not", "!", "AND", "&&", "OR", "||", "NOT", "!", "is", "==");

    private final Names names;

    IssueMessages(List<Parameter> parameters) {
        this.names = new Names(parameters);
    }

    List<Issue> rewrite(List<CelIssue> issues, String text) {
        List<Issue> rewritten = new ArrayList<>();
        for (CelIssue issue : issues) {
            Issue next = rewrite(issue, text);
            rewritten.add(next);
            boolean syntax = next.code() == Code.SYNTAX;
            if (syntax || isMistypedMacro(next)) {
                // What follows comes of the first: a parser's recovery, or the variable of a loop that is none.
                break;
            }
        }
        return rewritten;
    }

    private Issue rewrite(CelIssue issue, String text) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        String written = line(text, line);
        String message = issue.getMessage();
        Matcher field = FIELD.matcher(message);
        if (field.matches()) {
            String member = field.group(1);
            int at = written.indexOf(member, column);
            return Issue.error(
                    Code.UNKNOWN_NAME,
                    line,
                    (at < 0 ? column : at) + 1,
                    names.unknownMember(before(written, at < 0 ? column : at), member));
        }
        Matcher name = NAME.matcher(message);
        if (name.matches()) {
            return unknown(name.group(1), line, column, written);
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            String candidates = overload.group(3) == null ? "other types" : overload.group(3);
            return Issue.error(
                    Code.EXPRESSION,
                    line,
                    column + 1,
                    OverloadMessages.text(overload.group(1), OverloadMessages.split(overload.group(2)), candidates));
        }
        return syntax(message, line, column, text);
    }

    private Issue unknown(String name, int line, int column, String written) {
        boolean function =
                column <= written.length() && written.substring(0, column).endsWith(name);
        if (!function) {
            return Issue.error(Code.UNKNOWN_NAME, line, column + 1, names.unknownName(name));
        }
        String message = Names.isMacro(name)
                ? name + "() takes a name and a condition, as in tools." + name + "(tool, tool == 'search')"
                : names.unknownFunction(name);
        return Issue.error(Code.UNKNOWN_NAME, line, column + 1 - name.length(), message);
    }

    private static Issue syntax(String message, int line, int column, String text) {
        return Issue.error(Code.SYNTAX, line, column + 1, syntaxText(message, text));
    }

    private static String syntaxText(String message, String text) {
        Matcher token = TOKEN.matcher(message);
        if (token.matches()) {
            String found = token.group(1);
            if (found.equals("<EOF>")) {
                return text.isBlank() ? "the expression is empty" : "something is missing at the end";
            }
            return WORDS.containsKey(found)
                    ? found + " is written " + WORDS.get(found)
                    : "unexpected " + found + "; an operator is missing, or a parenthesis is too many";
        }
        Matcher character = CHARACTER.matcher(message);
        if (character.matches()) {
            String found = character.group(1);
            if (found.startsWith("'") || found.startsWith("\"")) {
                return "the text that begins here has no closing quote";
            }
            return found.startsWith("=") ? "to compare, write ==" : "unexpected " + found.strip();
        }
        Matcher reserved = RESERVED.matcher(message);
        if (reserved.matches()) {
            return reserved.group(1) + " is a reserved word of CEL"
                    + (reserved.group(1).equals("if") ? "; write CONDITION ? A : B" : "");
        }
        if (message.startsWith("For input string")) {
            return "the number does not fit an integer of 64 bits";
        }
        return message.startsWith("invalid argument to has()")
                ? "has() asks for a member, as in has(context.tenant)"
                : message;
    }

    private static boolean isMistypedMacro(Issue issue) {
        return MISTYPED_MACRO.matcher(issue.message()).matches();
    }

    /** The name before the dot before a place, or an empty string. */
    private static String before(String line, int at) {
        Matcher matcher = Pattern.compile("(\\w+)\\s*\\.\\s*$").matcher(line.substring(0, Math.min(at, line.length())));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String line(String text, int number) {
        String[] lines = text.split("\n", -1);
        return number <= lines.length ? lines[number - 1] : "";
    }
}
