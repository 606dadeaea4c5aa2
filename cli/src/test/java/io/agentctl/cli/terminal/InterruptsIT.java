package io.agentctl.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.InterruptedProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ctrl-C, as a terminal sends it, to a process of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptsIT {

    private Process process;
    private BufferedReader talk;

    private void start(String verb) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(listening());
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedProgram.class.getName(),
                verb));
        process = new ProcessBuilder(words).start();
        talk = process.errorReader();
        assertThat(talk.readLine()).isEqualTo("working");
    }

    /** What is started in the background ignores Ctrl-C, and so do its children, unless they are told otherwise. */
    private static List<String> listening() throws IOException, InterruptedException {
        List<String> prefix = List.of("env", "--default-signal=INT");
        Process trial = new ProcessBuilder("env", "--default-signal=INT", "true").start();
        return trial.waitFor() == 0 ? prefix : List.of();
    }

    private void press() throws Exception {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private int code() throws InterruptedException {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void onceStopsAfterTheStepAndSaysWhatIsLeft() throws Exception {
        start("change");

        press();

        assertThat(code()).isEqualTo(130);
        assertThat(talk.lines())
                .containsExactly(
                        "Stopping after this step. Press Ctrl-C again to stop at once.",
                        "agentctl: stopped after step 1 of 3",
                        "  Go on with 'agentctl ops resume'.");
    }

    @Test
    void twiceStopsAtOnce() throws Exception {
        start("stubborn");

        press();
        assertThat(talk.readLine()).startsWith("Stopping after this step.");
        assertThat(process.isAlive()).isTrue();
        press();

        assertThat(code()).isEqualTo(130);
    }

    @Test
    void aReadStopsAtOnce() throws Exception {
        start("read");

        press();

        assertThat(code()).isEqualTo(130);
    }
}
