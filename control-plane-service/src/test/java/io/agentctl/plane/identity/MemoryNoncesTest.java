package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryNoncesTest {

    private final Times times = new Times();
    private final Nonces nonces = new MemoryNonces(2, times);

    @Test
    void eachIsUsedOnce() {
        assertThat(nonces.use("a", Proofs.NOW.plusSeconds(60))).isTrue();
        assertThat(nonces.use("a", Proofs.NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void whenItIsFullItForgetsOnlyWhatIsOfNoUse() {
        nonces.use("a", Proofs.NOW.plusSeconds(60));
        nonces.use("b", Proofs.NOW.plusSeconds(120));
        assertThatThrownBy(() -> nonces.use("c", Proofs.NOW.plusSeconds(60)))
                .hasMessage("too many have signed in during the last minutes");

        times.pass(Duration.ofSeconds(61));
        assertThat(nonces.use("c", Proofs.NOW.plusSeconds(200))).isTrue();
        assertThat(nonces.use("b", Proofs.NOW.plusSeconds(200))).isFalse();
    }
}
