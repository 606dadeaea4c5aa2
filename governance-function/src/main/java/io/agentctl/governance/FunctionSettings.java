package io.agentctl.governance;

import io.agentctl.policies.store.TrustedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operator sets, as variables of the function's environment; they mean what their namesakes of
 * {@code runtime.yaml} do.
 *
 * @param environment whose policies are in force ({@code AGENTCTL_ENVIRONMENT}, {@code development})
 * @param table the DynamoDB table ({@code AGENTCTL_TABLE}, {@code ${AGENTCTL_PROJECT}-governance-policies})
 * @param trusted keys, one of which must have signed every policy ({@code AGENTCTL_TRUST})
 * @param watch how often to look for another generation at most ({@code AGENTCTL_WATCH}, {@code 500ms})
 * @param decisions whose decisions are logged ({@code AGENTCTL_DECISION_LOG}, {@code problems})
 */
record FunctionSettings(
        String environment, String table, TrustedKeys trusted, Duration watch, DecisionLogLevel decisions) {

    private static final Pattern MILLIS = Pattern.compile("(\\d{1,9})(ms|s|m)");
    private static final String PEM = "-----BEGIN";

    /** Which decisions are logged. */
    enum DecisionLogLevel {
        /** Every decision. */
        ALL,
        /** Denials. */
        PROBLEMS,
        /** None. */
        OFF
    }

    /**
     * Reads variables. A function whose settings cannot be used must not start: it would decide by other policies than
     * its operator thinks.
     *
     * @throws IllegalArgumentException if one cannot be used, naming it
     * @throws io.agentctl.policies.PolicyException NOT_TRUSTED if a key cannot be used
     */
    static FunctionSettings read(Map<String, String> variables) {
        String project = text(variables, "AGENTCTL_PROJECT", "agent-runtime");
        return new FunctionSettings(
                text(variables, "AGENTCTL_ENVIRONMENT", "development"),
                text(variables, "AGENTCTL_TABLE", project + "-governance-policies"),
                trusted(text(variables, "AGENTCTL_TRUST", "")),
                duration("AGENTCTL_WATCH", text(variables, "AGENTCTL_WATCH", "500ms")),
                level(text(variables, "AGENTCTL_DECISION_LOG", "problems")));
    }

    private static String text(Map<String, String> variables, String name, String otherwise) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** A key itself, as PEM, or the names of files that the function was packed with, separated by commas. */
    private static TrustedKeys trusted(String text) {
        if (text.isEmpty()) {
            return TrustedKeys.NONE;
        }
        if (text.startsWith(PEM)) {
            // Consoles and templates tend to write the ends of lines as two characters.
            return TrustedKeys.read("AGENTCTL_TRUST", text.replace("\\n", "\n"));
        }
        StringBuilder pem = new StringBuilder();
        for (String file : text.split(",", -1)) {
            try {
                pem.append(Files.readString(Path.of(file.strip()))).append('\n');
            } catch (IOException unreadable) {
                throw new IllegalArgumentException(
                        "AGENTCTL_TRUST names the file " + file.strip() + ", which cannot be read", unreadable);
            }
        }
        return TrustedKeys.read(text, pem.toString());
    }

    private static Duration duration(String name, String text) {
        Matcher matcher = MILLIS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    name + " must be a duration such as 500ms, 5s or 1m, and is \"" + text + "\"");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    private static DecisionLogLevel level(String text) {
        try {
            return DecisionLogLevel.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException ignored) {
            throw new IllegalArgumentException(
                    "AGENTCTL_DECISION_LOG must be all, problems or off, and is \"" + text + "\"");
        }
    }
}
