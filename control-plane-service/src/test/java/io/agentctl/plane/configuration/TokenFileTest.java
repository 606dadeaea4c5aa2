package io.agentctl.plane.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.plane.identity.Role;
import io.agentctl.plane.identity.Token;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenFileTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void hashesAreRead() {
        assertThat(TokenFile.read(
                        "tokens.yaml",
                        """
                        tokens:
                          - name: ci
                            sha256: %s
                            roles: [operator]
                            expires: 2027-01-01T00:00:00Z
                        """
                                .formatted(HASH)))
                .containsExactly(new Token(
                        "ci",
                        HASH,
                        Set.of(Role.OPERATOR),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        Optional.empty(),
                        ""));
        assertThat(TokenFile.read("tokens.yaml", "")).isEmpty();
    }

    @Test
    void mistakesAreToldButNoSecretIsRepeated() {
        assertThatThrownBy(() -> TokenFile.read(
                        "tokens.yaml",
                        """
                        tokens:
                          - name: CI
                            sha256: agentctl.ci.secret
                            expires: soon
                          - {name: a, sha256: %s, expires: 2027-01-01T00:00:00Z}
                          - {name: a, sha256: %s, expires: 2027-01-01T00:00:00Z}
                        """
                                .formatted(HASH, HASH)))
                .hasMessage(
                        """
                        tokens.yaml:2:11: error: 'name' must be 1 to 64 lower-case letters, digits and hyphens, not \
                        'CI'
                        tokens.yaml:3:13: error: 'sha256' must be 64 hex digits
                        tokens.yaml:4:14: error: 'expires' must be a time such as 2027-01-01T00:00:00Z, not 'soon'
                        tokens.yaml:6:6: error: a second token 'a'""");
    }
}
