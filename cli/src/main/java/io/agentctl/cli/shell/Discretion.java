package io.agentctl.cli.shell;

import io.agentctl.cli.option.Secret;
import io.agentctl.cli.shell.Token.Kind;
import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What of a line may be written down. Options say of themselves whether their values may be secrets ({@link Secret}); a
 * URL is one where it has a user or a query. A line with words that no command knows is not kept: whose values they are
 * cannot be told.
 */
record Discretion(Grammar grammar) {

    private static final String WITHHELD = "[withheld]";

    /** True if the line may go into the file of past lines. */
    boolean mayKeep(String line) {
        return grammar.read(Words.of(line).words()).tokens().stream()
                .noneMatch(token -> token.kind() == Kind.UNKNOWN || secret(token));
    }

    /** The line as notes show it: without values that may be secrets, and without all from an unknown word on. */
    String shown(String line) {
        StringBuilder shown = new StringBuilder();
        boolean known = true;
        for (Token token : grammar.read(Words.of(line).words()).tokens()) {
            known &= token.kind() != Kind.UNKNOWN;
            shown.append(shown.isEmpty() ? "" : " ").append(known ? shown(token) : WITHHELD);
        }
        return shown.toString();
    }

    private static String shown(Token token) {
        String text = token.word().text();
        if (!secret(token)) {
            return Words.quoted(text);
        }
        return token.kind() == Kind.OPTION ? text.substring(0, token.attachedAt()) + WITHHELD : WITHHELD;
    }

    private static boolean secret(Token token) {
        return token.holdsValue()
                && token.argument()
                        .filter(argument -> marked(argument) || secretUrl(argument, token.value()))
                        .isPresent();
    }

    private static boolean marked(ArgSpec argument) {
        return argument.userObject() instanceof AnnotatedElement field && field.isAnnotationPresent(Secret.class);
    }

    private static boolean secretUrl(ArgSpec argument, String value) {
        return argument.type() == URI.class && (value.contains("@") || value.contains("?"));
    }
}
