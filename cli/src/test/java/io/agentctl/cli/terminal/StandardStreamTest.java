package io.agentctl.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StandardStreamTest {

    @Test
    void resultsThatCannotBeWrittenAreAFailure() {
        StandardStream stream = StandardStream.open(new FileDescriptor());
        StringWriter talk = new StringWriter();
        PrintWriter writer = stream.writer("UTF-8");

        writer.println("a result");
        writer.flush();

        assertThat(stream.exitCode(0, new PrintWriter(talk))).isEqualTo(1);
        assertThat(talk.toString()).startsWith("agentctl: cannot write the results: ");
    }

    @Test
    void otherwiseTheCommandsOwnCodeStands() {
        assertThat(StandardStream.open(FileDescriptor.out).exitCode(3, new PrintWriter(new StringWriter())))
                .isEqualTo(3);
    }
}
