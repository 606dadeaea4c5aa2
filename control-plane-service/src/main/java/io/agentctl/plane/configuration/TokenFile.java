package io.agentctl.plane.configuration;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.yaml.Findings;
import io.agentctl.control.yaml.Form;
import io.agentctl.plane.identity.Role;
import io.agentctl.plane.identity.Token;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads bearer tokens from a file, in which only their hashes stand. */
public final class TokenFile {

    private static final List<String> KEYS = List.of("tokens");
    private static final List<String> TOKEN_KEYS = List.of("name", "sha256", "roles", "expires");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private TokenFile() {}

    /**
     * The tokens of a text.
     *
     * @param file as messages name it
     * @throws AgentctlException BAD_CONFIGURATION with every mistake's line and column
     */
    public static List<Token> read(String file, String text) {
        Findings findings = new Findings();
        Form root = ConfigurationReader.root(file, text, KEYS, findings);
        List<Token> tokens = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Form form : root.forms("tokens", TOKEN_KEYS)) {
            token(form).ifPresent(token -> {
                if (names.add(token.name())) {
                    tokens.add(token);
                } else {
                    form.wrong("name", "a second token '" + token.name() + "'");
                }
            });
        }
        ConfigurationReader.refuse(findings);
        return tokens;
    }

    private static Optional<Token> token(Form form) {
        form.needs("name", "a token needs a 'name'")
                .needs("sha256", "a token needs 'sha256': the hash of the whole token, never the token itself")
                .needs("expires", "a token needs 'expires', such as 2027-01-01T00:00:00Z");
        Optional<String> name =
                form.value("name", fitting(Token.NAME), "1 to 64 lower-case letters, digits and hyphens");
        // What stands there by mistake may be the token itself, which no message should repeat.
        Optional<String> hash =
                form.text("sha256").filter(text -> HASH.matcher(text).matches());
        if (form.has("sha256") && hash.isEmpty()) {
            form.findings().error(form.valuePosition("sha256"), "'sha256' must be 64 hex digits");
        }
        Optional<Instant> expires = form.value("expires", TokenFile::time, "a time such as 2027-01-01T00:00:00Z");
        Set<Role> roles = GrantReader.roles(form);
        return name.flatMap(named -> hash.flatMap(digits -> expires.map(
                end -> new Token(named, digits.toLowerCase(Locale.ROOT), roles, end, Optional.empty(), ""))));
    }

    private static UnaryOperator<String> fitting(Pattern pattern) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        };
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
