package io.agentctl.control.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepSizesTest {

    @Test
    void sizesAreListedRangedOrChosen() {
        assertThat(SweepSizes.parse("128, 256,512")).containsExactly(128, 256, 512);
        assertThat(SweepSizes.parse("128..320:64")).containsExactly(128, 192, 256, 320);
        assertThat(SweepSizes.parse("128..256")).containsExactly(128, 192, 256);
        assertThat(SweepSizes.parse("128..256:64,1024")).containsExactly(128, 192, 256, 1024);
        assertThat(SweepSizes.parse("128..3008:64")).hasSize(46).endsWith(3008);
        assertThat(SweepSizes.parse("auto")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    127         | memory is 128 to 10240 MB, not 127
                    128,10241   | memory is 128 to 10240 MB, not 10241
                    128,128     | sizes are given twice: [128]
                    128..256:64,192 | sizes are given twice: [192]
                    512..256:64 | a range is
                    128..256:0  | a range is
                    128..256..512 | not a range of sizes
                    128..10240:1 | at most 64 sizes
                    128,,256    | not a number of MB
                    big         | not a number of MB
                    """)
    void whatIsWrongIsSaid(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SweepSizes.parse(text))
                .withMessageContaining(message);
    }
}
