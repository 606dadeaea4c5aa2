package io.agentctl.cli.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionNumberTest {

    @Test
    void numbersCountAndNotTheirDigits() {
        List<VersionNumber> sorted = Stream.of("1.10.0", "1.9.9", "2.0.0", "2.0.0-rc.1", "1.9")
                .map(VersionNumber::new)
                .sorted()
                .toList();

        assertThat(sorted)
                .extracting(VersionNumber::value)
                .containsExactly("1.9", "1.9.9", "1.10.0", "2.0.0-rc.1", "2.0.0");
    }

    @Test
    void missingNumbersAreNone() {
        assertThat(new VersionNumber("1.4")).isEqualByComparingTo(new VersionNumber("1.4.0"));
    }

    @Test
    void whatIsNoVersionIsRefused() {
        assertThatThrownBy(() -> new VersionNumber("1.4; rm -rf")).hasMessageContaining("like 1.4.0");
    }
}
