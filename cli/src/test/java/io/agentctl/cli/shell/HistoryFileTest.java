package io.agentctl.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Past lines in a file. */
class HistoryFileTest {

    @TempDir
    private Path folder;

    @Test
    void linesComeBackInOrderAlsoThoseOfSeveralLines() {
        HistoryFile history = new HistoryFile(folder.resolve("new/history"));

        assertThat(history.add("ecs services")).isTrue();
        assertThat(history.add("eval 'a\nb' \\n")).isTrue();

        assertThat(history.read()).containsExactly("ecs services", "eval 'a\nb' \\n");
    }

    @Test
    void itsOwnerAloneReadsIt() throws IOException {
        Path file = folder.resolve("history");
        Files.writeString(file, "old\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        new HistoryFile(file).add("new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void oldLinesAreForgottenOnceThereAreManyMore() throws IOException {
        Path file = folder.resolve("history");
        Files.write(
                file,
                IntStream.range(0, 2 * HistoryFile.MOST + 1)
                        .mapToObj(Integer::toString)
                        .toList());

        List<String> read = new HistoryFile(file).read();

        assertThat(read).hasSize(HistoryFile.MOST).endsWith(Integer.toString(2 * HistoryFile.MOST));
        assertThat(Files.readAllLines(file)).hasSize(HistoryFile.MOST);
    }

    @Test
    void sessionsThatWriteAtOnceLoseNothing() throws InterruptedException {
        HistoryFile history = new HistoryFile(folder.resolve("history"));
        List<Thread> sessions = new ArrayList<>();
        for (int session = 0; session < 4; session++) {
            String name = "session " + session;
            sessions.add(Thread.ofPlatform().start(() -> {
                for (int line = 0; line < 25; line++) {
                    new HistoryFile(history.file()).add(name);
                }
            }));
        }
        for (Thread session : sessions) {
            session.join();
        }

        assertThat(history.read()).hasSize(100);
    }

    @Test
    void whereNothingCanBeWrittenThereIsNoHistory() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "");
        HistoryFile history = new HistoryFile(file.resolve("history"));

        assertThat(history.add("x")).isFalse();
        assertThat(history.read()).isEmpty();
    }

    @Property
    void whatIsEncodedIsDecoded(@ForAll String line) {
        assertThat(HistoryFile.decoded(HistoryFile.encoded(line))).isEqualTo(line);
        assertThat(HistoryFile.encoded(line)).doesNotContain("\n");
    }
}
