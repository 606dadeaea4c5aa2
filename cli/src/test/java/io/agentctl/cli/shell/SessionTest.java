package io.agentctl.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Programs;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.completion.NameKind;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.cli.shell.Session.Parts;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.TargetFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/** A session's lines, run by a program that does as a test says. */
@Timeout(60)
class SessionTest {

    private static final OperationId ONE = new OperationId("op-20261201-000000-aaaaa");
    private static final OperationId TWO = new OperationId("op-20261201-000001-bbbbb");

    @TempDir
    private Path folder;

    private Program real;
    private Path history;
    private final List<List<String>> ran = new ArrayList<>();
    private final List<Flags> with = new ArrayList<>();
    private Act act = (words, here) -> ok(List.of());
    private int forgotten;

    /** What the program does. */
    private interface Act {
        Program.Ending run(List<String> words, Surroundings here);
    }

    /** The real one in everything but what commands do. */
    private final class Acting implements Program {

        @Override
        public Surroundings surroundings() {
            return real.surroundings();
        }

        @Override
        public Noun root() {
            return real.root();
        }

        @Override
        public CommandSpec spec(List<String> path) {
            return real.spec(path);
        }

        @Override
        public Ending run(List<String> words, Flags usual, Surroundings here) {
            ran.add(words);
            with.add(usual);
            return act.run(words, here);
        }

        @Override
        public Settings settings(TargetFlags target) {
            return real.settings(target);
        }

        @Override
        public List<String> names(NameKind kind, TargetFlags target) {
            return List.of();
        }

        @Override
        public TerminalSource terminals() {
            throw new AssertionError("there is no terminal");
        }

        @Override
        public void lend(TerminalSource source) {
            throw new AssertionError("there is no terminal to lend");
        }

        @Override
        public void forgetCredentials() {
            forgotten++;
        }
    }

    @BeforeEach
    void configured() throws IOException {
        history = folder.resolve("state/history");
        Path config = folder.resolve(".config/agentctl");
        Files.createDirectories(config);
        Files.writeString(
                config.resolve("config.yaml"),
                """
                currentContext: sandbox
                contexts:
                  acme-prod: {type: aws, profile: p, region: eu-central-1}
                """);
        real = Programs.in(folder, Map.of("HOME", folder.toString()));
    }

    private static Program.Ending ok(List<OperationId> operations) {
        return new Program.Ending(0, Optional.empty(), operations, TargetFlags.NONE);
    }

    private int session(TypedDesk desk) {
        Program program = new Acting();
        Grammar grammar = new Grammar(program.root(), program::spec);
        NameCache names = new NameCache(kind -> List.of(), System::nanoTime);
        Parts parts = new Parts(program, grammar, names, new Discretion(grammar), new HistoryFile(history));
        return new Session(desk, parts, new SessionState(Instant.EPOCH, Flags.NONE)).run();
    }

    @Test
    void linesAreCommandsWithOrWithoutTheProgramsName() {
        session(new TypedDesk("ecs services", "  ", "# a remark", "agentctl ecs rightsize api  # why", "ecs scale ?"));

        assertThat(ran)
                .containsExactly(
                        List.of("ecs", "services"),
                        List.of("ecs", "rightsize", "api"),
                        List.of("ecs", "scale", "--help"));
    }

    @Test
    void theExitCodeIsThatOfTheLastCommandAndExitLeaves() {
        act = (words, here) ->
                new Program.Ending(words.contains("services") ? 3 : 0, Optional.empty(), List.of(), TargetFlags.NONE);

        assertThat(session(new TypedDesk("config view", "ecs services"))).isEqualTo(3);
        assertThat(session(new TypedDesk("ecs services", "exit", "ecs services")))
                .isZero();
        assertThat(ran).hasSize(3);
    }

    @Test
    void thePromptTellsWhereCommandsGoAndWhatToBewareOf() {
        TypedDesk desk = new TypedDesk("use acme-prod", "config view", "use nowhere");

        session(desk);

        assertThat(desk.prompts().getFirst()).isEqualTo("sandbox> ");
        assertThat(desk.prompts().getLast()).isEqualTo("acme-prod (production)> ");
        assertThat(with.getFirst().target().context()).contains("acme-prod");
        assertThat(desk.written()).contains("there is no context 'nowhere'");
    }

    @Test
    void undoPutsBackWhatThisSessionChangedLastAndThenWhatItChangedBefore() {
        act = (words, here) ->
                ok(words.contains("one") ? List.of(ONE) : words.contains("two") ? List.of(TWO) : List.of());
        TypedDesk desk = new TypedDesk("ecs scale one", "ecs scale two", "undo --yes", "undo", "undo");

        int code = session(desk);

        assertThat(ran.subList(2, 4))
                .containsExactly(
                        List.of("ops", "undo", TWO.toString(), "--yes"), List.of("ops", "undo", ONE.toString()));
        assertThat(ran).hasSize(4);
        assertThat(desk.written()).contains("this session has changed nothing that is not put back already");
        assertThat(code).isEqualTo(ErrorCode.NOT_FOUND.exitCode());
    }

    @Test
    void undoGoesToWhereTheChangeWas() {
        TargetFlags there =
                new TargetFlags(Optional.of("acme-prod"), Optional.empty(), Optional.empty(), Optional.empty());
        act = (words, here) ->
                new Program.Ending(0, Optional.empty(), words.contains("one") ? List.of(ONE) : List.of(), there);

        session(new TypedDesk("ecs scale one --context acme-prod", "undo"));

        assertThat(with.getLast().target()).isEqualTo(there);
    }

    @Test
    void expiredCredentialsAreRenewedAndTheCommandIsRunAgain() {
        act = (words, here) -> forgotten == 0
                ? new Program.Ending(77, Optional.of(ErrorCode.NOT_SIGNED_IN), List.of(), TargetFlags.NONE)
                : ok(List.of());
        TypedDesk desk = new TypedDesk("ecs services", "config view").answering("\n");

        assertThat(session(desk)).isZero();
        assertThat(ran).hasSize(3);
        assertThat(desk.written()).contains("Sign in anew", "Run it again now?");
    }

    @Test
    void whoDoesNotSignInGoesOnWithoutAndNobodyIsAskedOnAPipe() {
        act = (words, here) ->
                new Program.Ending(77, Optional.of(ErrorCode.NOT_SIGNED_IN), List.of(), TargetFlags.NONE);

        assertThat(session(new TypedDesk("ecs services").answering("no\n"))).isEqualTo(77);
        assertThat(session(new TypedDesk("ecs services"))).isEqualTo(77);
        assertThat(ran).hasSize(2);
    }

    @Test
    void historyHasWhatWasTypedAndNoSecrets() {
        session(new TypedDesk(
                "ecs services", "perf load http://h/ -H 'Authorization: x'", "ecs servics", "use sandbox"));

        assertThat(new HistoryFile(history).read()).containsExactly("ecs services", "use sandbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs \u0000services", "\u001b[31mecs", "ecs \ufffdx", "ecs 'services"})
    void pastedBinaryAndOpenQuotesAreNotRun(String line) {
        TypedDesk desk = new TypedDesk(line, "config view");

        session(desk);

        assertThat(ran).containsExactly(List.of("config", "view"));
        assertThat(desk.written()).contains("nothing was run");
    }

    @Test
    void notesTellWhatWasDoneForWhoTakesOver() throws IOException {
        act = (words, here) -> {
            here.out().println("\u001b[1mSERVICE\u001b[0m");
            here.talk().print("\r\u001b[K10%\r\u001b[Kdone\n");
            return ok(words.contains("one") ? List.of(ONE) : List.of());
        };
        session(new TypedDesk("ecs scale one", "perf load http://h/ --body secret", "undo", "notes hand-over.md"));

        assertThat(folder.resolve("hand-over.md"))
                .content()
                .startsWith("# Session of ")
                .contains(
                        "`ecs scale one`, done in ",
                        "It was put back in this session, `agentctl ops show " + ONE + "` shows it.",
                        "`perf load http://h/ --body [withheld]`",
                        "```text\nSERVICE\ndone\n```")
                .doesNotContain("secret", "\u001b");
        Files.writeString(folder.resolve("there.md"), "mine");
        TypedDesk again = new TypedDesk("notes there.md");
        session(again);
        assertThat(again.written()).contains("is there already");
        assertThat(folder.resolve("there.md")).hasContent("mine");
    }

    @Test
    void ctrlCEndsACommandThatReadsAndTheSessionGoesOn() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        act = (words, here) -> {
            if (words.contains("services")) {
                begun.countDown();
                boolean whole = Cancellation.never().sleep(Duration.ofMinutes(5));
                return new Program.Ending(whole ? 0 : 130, Optional.empty(), List.of(), TargetFlags.NONE);
            }
            return ok(List.of());
        };
        TypedDesk desk = new TypedDesk("ecs services", "config view");
        Thread pressing = pressing(begun, desk, 1);

        assertThat(session(desk)).isZero();
        pressing.join();
        assertThat(ran).hasSize(2);
    }

    @Test
    void aCommandThatDoesNotListenToCtrlCIsLeftAndMuted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        act = (words, here) -> {
            if (words.contains("services")) {
                begun.countDown();
                awaitUninterrupted(over);
                here.out().println("too late");
                here.talk().println("too late");
                written.countDown();
            }
            return ok(List.of());
        };
        TypedDesk desk = new TypedDesk("ecs services", "config view");
        Thread pressing = pressing(begun, desk, 1);

        session(desk);
        pressing.join();
        over.countDown();
        written.await();

        assertThat(desk.written()).contains("Cancelled.").doesNotContain("too late");
        assertThat(ran).hasSize(2);
    }

    @Test
    void aChangeIsAskedToStopFirst() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        act = (words, here) -> {
            Cancellation cancellation = here.interrupts().cancellation();
            begun.countDown();
            boolean whole = cancellation.sleep(Duration.ofMinutes(5));
            here.talk().println(whole ? "whole" : "stopped after step 1 of 3");
            return new Program.Ending(130, Optional.of(ErrorCode.INTERRUPTED), List.of(ONE), TargetFlags.NONE);
        };
        TypedDesk desk = new TypedDesk("ecs redeploy api");
        Thread pressing = pressing(begun, desk, 1);

        assertThat(session(desk)).isEqualTo(130);
        pressing.join();
        assertThat(desk.written()).contains("Stopping after this step.", "stopped after step 1 of 3");
    }

    @Test
    void watchRunsAgainReadingOnlyUntilCtrlC() throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);
        act = (words, here) -> {
            here.out().println("line\n".repeat(50));
            thrice.countDown();
            return ok(List.of());
        };
        TypedDesk desk = new TypedDesk("watch ecs services --every 1ms", "config view");
        Thread pressing = pressing(thrice, desk, 1);

        session(desk);
        pressing.join();

        assertThat(ran).hasSizeGreaterThanOrEqualTo(3).contains(List.of("ecs", "services"));
        assertThat(with.getFirst().consent().readOnly()).isTrue();
        assertThat(with.getLast().consent().readOnly()).isFalse();
        assertThat(desk.written()).contains("\fevery 0.001s: ecs services");
        assertThat(desk.written()
                        .substring(1, desk.written().indexOf('\f', 1))
                        .lines()
                        .count())
                .isLessThanOrEqualTo(24);
    }

    @Test
    void helpListsWhatASessionUnderstands() {
        TypedDesk desk = new TypedDesk("help", "help use", "help ecs services");

        session(desk);

        assertThat(desk.written()).contains("use CONTEXT", "Ctrl-D", "Usage: use CONTEXT");
        assertThat(ran).containsExactly(List.of("--help"), List.of("ecs", "services", "--help"));
    }

    private static Thread pressing(CountDownLatch begun, TypedDesk desk, int times) {
        return Thread.ofPlatform().start(() -> {
            awaitUninterrupted(begun);
            for (int time = 0; time < times; time++) {
                desk.interrupt();
            }
        });
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                latch.await();
                open = true;
            } catch (InterruptedException stubborn) {
                // That is what it is about.
                open = latch.getCount() == 0;
            }
        }
    }
}
