package io.agentctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyledLineTest {

    private static final StyledLine LINE =
            StyledLine.of("api ").plus(Tone.BAD, "over").plus(Tone.BAD, " by 3");

    @Test
    void isCutWithASignAndFilledUpToTheColumn() {
        assertThat(LINE.exactly(6, Theme.PLAIN).text()).isEqualTo("api o…");
        assertThat(LINE.exactly(4, Theme.PLAIN).text()).isEqualTo("api…");
        assertThat(LINE.exactly(20, Theme.PLAIN).width()).isEqualTo(20);
        assertThat(LINE.exactly(0, Theme.PLAIN).width()).isZero();
        for (int columns = 0; columns < 20; columns++) {
            assertThat(LINE.exactly(columns, Theme.PLAIN).width()).isEqualTo(columns);
        }
    }

    @Test
    void piecesOfOneToneShareAnEscapeSequence() {
        assertThat(LINE.painted(new Theme(true, true))).isEqualTo("api \u001b[31mover by 3\u001b[0m");
        assertThat(LINE.painted(Theme.PLAIN)).isEqualTo("api over by 3");
    }

    @Test
    void whatCouldSteerATerminalBecomesSpaces() {
        assertThat(StyledLine.of("a\u001b[31mb").painted(new Theme(true, true))).isEqualTo("a [31mb");
    }
}
