package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class GzipTest {

    private static final byte[] TEXT = "a page of the manual".getBytes(StandardCharsets.UTF_8);

    @Test
    void compressesWhatCanBeReadAgain() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Gzip.of(TEXT)))) {
            assertThat(in.readAllBytes()).isEqualTo(TEXT);
        }
    }

    /** RFC 1952: flags (no name) at 3, the time at 4 to 7, the effort at 8. */
    @Test
    void saysNeitherNameNorTimeAndThatItTriedHard() {
        assertThat(Gzip.of(TEXT)).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2);
    }
}
