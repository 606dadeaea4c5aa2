package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAdministrationTest {

    private static final Caller ADMIN = new Caller("token:root", Set.of(Role.ADMIN), Caller.Kind.TOKEN);
    private static final Duration DAY = Duration.ofDays(1);

    private final Times times = new Times();
    private final MemoryTokens kept = new MemoryTokens();
    private final TokenAdministration tokens =
            new TokenAdministration(new FixedTokens(List.of()), kept, new SecureRandom(), times);

    @Test
    void whoHasATokenIsKnownByIt() {
        TokenAdministration.Made made = tokens.make("ci", Set.of(Role.OPERATOR), DAY, ADMIN);

        assertThat(made.token()).matches("agentctl\\.ci\\.[\\w-]{43}");
        assertThat(tokens.caller(made.token()))
                .isEqualTo(new Caller("token:ci", Set.of(Role.OPERATOR), Caller.Kind.TOKEN));
    }

    @Test
    void nothingOfItIsKeptOrShownButItsHash() {
        TokenAdministration.Made made = tokens.make("ci", Set.of(), DAY, ADMIN);
        String secret = made.token().substring("agentctl.ci.".length());

        assertThat(made.toString()).doesNotContain(secret);
        assertThat(kept.find("ci").orElseThrow().toString()).doesNotContain(secret);
        assertThat(tokens.list()).extracting(Token::createdBy).containsExactly("token:root");
    }

    @Test
    void withAnyOneCharacterChangedItIsRefused() {
        String token = tokens.make("ci", Set.of(), DAY, ADMIN).token();

        for (int i = 0; i < token.length(); i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'x' ? 'y' : 'x') + token.substring(i + 1);
            refused(changed);
        }
        refused(token + "A");
        refused(token.substring(1));
        refused(token.substring(0, token.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "agentctl.", "agentctl.ci", "agentctl.ci.", "agentctl..x", "x", "agentctl.CI.x"})
    void whatIsNoTokenIsRefused(String text) {
        refused(text);
        refused(text + "x".repeat(10_000));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.caller(token))
                .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.NOT_SIGNED_IN))
                .hasMessage("the bearer token is not valid here");
    }

    @Test
    void itEndsInTimeOrWhenItIsRevoked() {
        String first = tokens.make("first", Set.of(), DAY, ADMIN).token();
        String second =
                tokens.make("second", Set.of(), DAY.multipliedBy(2), ADMIN).token();

        times.pass(DAY);
        refused(first);
        assertThat(tokens.caller(second)).isNotNull();

        tokens.revoke("second");
        refused(second);
        assertThatThrownBy(() -> tokens.revoke("second")).hasMessage("there is no token second");
    }

    @Test
    void aNameIsGivenOnce() {
        tokens.make("ci", Set.of(), DAY, ADMIN);

        assertThatThrownBy(() -> tokens.make("ci", Set.of(), DAY, ADMIN)).hasMessage("there is a token ci already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CI", "a b", "a.b", "-a", "a-", "ü"})
    void aNameIsPlain(String name) {
        assertThatThrownBy(() -> tokens.make(name, Set.of(), DAY, ADMIN))
                .isInstanceOfSatisfying(AgentctlException.class, wrong -> assertThat(wrong.code())
                        .isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void noneIsForEver() {
        assertThatThrownBy(() -> tokens.make("ci", Set.of(), Duration.ofDays(367), ADMIN))
                .hasMessageContaining("up to 366 days");
        assertThatThrownBy(() -> tokens.make("ci", Set.of(), Duration.ZERO, ADMIN))
                .hasMessageContaining("up to 366 days");
    }

    @Test
    void thoseOfAFileCountAndStay() {
        String text = "agentctl.file.0123456789";
        Token file =
                new Token("file", Secret.hash(text), Set.of(Role.VIEWER), Proofs.NOW.plus(DAY), Optional.empty(), "");
        TokenAdministration both =
                new TokenAdministration(new FixedTokens(List.of(file)), kept, new SecureRandom(), times);

        assertThat(both.caller(text).name()).isEqualTo("token:file");
        assertThatThrownBy(() -> both.make("file", Set.of(), DAY, ADMIN)).hasMessageContaining("already");
        assertThatThrownBy(() -> both.revoke("file")).hasMessageContaining("stands in a file");
    }
}
