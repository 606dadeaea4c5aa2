package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInCodesTest {

    private static final Caller ALICE = new Caller("arn:aws:iam::111122223333:user/alice", Set.of(), Caller.Kind.AWS);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String REFUSED = "this link is not good: each signs in once, within a minute";

    private final Times times = new Times();
    private final SignInCodes codes = new SignInCodes(
            new MemorySessions(10, times), new MemoryNonces(10, times), HOUR, new SecureRandom(), times);

    @Test
    void itIsGoodForWhoMadeItOnce() {
        String code = codes.make(ALICE, Optional.empty()).code();

        assertThat(codes.redeem(code).caller()).isEqualTo(ALICE);
        assertThatThrownBy(() -> codes.redeem(code)).hasMessage(REFUSED);
    }

    @Test
    void itIsGoodForAMinute() {
        String code = codes.make(ALICE, Optional.empty()).code();
        String late = codes.make(ALICE, Optional.empty()).code();

        times.pass(Duration.ofSeconds(59));
        assertThat(codes.redeem(code).caller()).isEqualTo(ALICE);
        times.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> codes.redeem(late)).hasMessage(REFUSED);
    }

    @Test
    void whatItBeginsEndsWithTheSessionThatMadeIt() {
        Instant end = times.instant().plusSeconds(90);
        Session present = new Session(ALICE, times.instant(), end);

        assertThat(codes.redeem(codes.make(ALICE, Optional.of(present)).code()).until())
                .isEqualTo(end);
        assertThat(codes.redeem(codes.make(ALICE, Optional.empty()).code()).until())
                .isEqualTo(times.instant().plus(HOUR));
    }

    @Test
    void whatIsNoCodeIsRefusedAndNotRepeated() {
        for (String text : new String[] {"", "x", "a".repeat(43), "../../etc/passwd", "é".repeat(43)}) {
            assertThatThrownBy(() -> codes.redeem(text)).hasMessage(REFUSED);
        }
        assertThat(codes.make(ALICE, Optional.empty()).toString()).contains("***");
    }
}
