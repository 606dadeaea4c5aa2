package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class SettledTest {

    private static final int HEADER = 4096;

    @Test
    void whenEachWasMadeIsForgotten() throws IOException {
        byte[] morning = Settled.of(cache(11, 1_000, 7), cache(12, 2_000, 7));
        byte[] evening = Settled.of(cache(21, 8_000, 7), cache(22, 9_000, 7));

        assertThat(morning).isEqualTo(evening).isEqualTo(cache(0, 0, 7));
    }

    @Test
    void whatElseDiffersIsAnError() {
        assertThatThrownBy(() -> Settled.of(cache(11, 1_000, 7), cache(12, 2_000, 7_000_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("differ at " + (HEADER + 16));
        assertThatThrownBy(() -> Settled.of(cache(11, 1_000, 7), new byte[HEADER]))
                .isInstanceOf(IOException.class);
    }

    /** A header with a checksum, the time in two references, and what depends on the classes. */
    private static byte[] cache(int checksum, long started, long content) {
        return ByteBuffer.allocate(HEADER + 24)
                .order(ByteOrder.nativeOrder())
                .putInt(4, checksum)
                .putLong(HEADER, started)
                .putLong(HEADER + 8, started == 0 ? 0 : started + 250)
                .putLong(HEADER + 16, content)
                .array();
    }
}
