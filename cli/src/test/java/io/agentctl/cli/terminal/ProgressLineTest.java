package io.agentctl.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.output.Theme;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final List<Double> HEIGHTS = Collections.nCopies(30, 0.99);
    private static final String FIGURES = "s  steady  300/s  p50 2.45 ms  p99 11.7 ms  errors 0 %";

    @Test
    void figuresFitBeforeTheCourseAndTheBar() {
        String line = drawn(80);

        assertThat(line).hasSizeLessThan(80).contains("12/30 " + FIGURES).contains("█".repeat(10));
    }

    @Test
    void aWideTerminalHasAllOfThem() {
        assertThat(drawn(140)).startsWith("█").contains("░").contains("  " + "█".repeat(30));
    }

    @Test
    void aNarrowTerminalHasTheBeginningOfTheFigures() {
        assertThat(drawn(40)).hasSize(39).startsWith("12/30 s  steady");
    }

    private static String drawn(int columns) {
        StringWriter talk = new StringWriter();
        new ProgressLine(new PrintWriter(talk), Theme.PLAIN, columns, null).course(FIGURES, 12, 30, HEIGHTS);
        return talk.toString().replace("\r\u001b[K", "");
    }
}
