package io.agentctl.plane.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.UseCase;
import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.PlaceUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Clients;
import io.agentctl.control.place.Manner;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.remote.RunEvent;
import io.agentctl.control.remote.RunState;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs without a place and without HTTP: each begins once, tells all, and has an end. */
class RunsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final RunId id = RunId.of("alice", "key");
    private final MemoryRuns memory = new MemoryRuns(InstantSource.fixed(NOW));

    @TempDir
    private Path folder;

    record Question(String text) {}

    record Answer(String text) {}

    private Runs runs(RunStore store) {
        Map<String, String> environment = Map.of(
                "HOME", folder.toString(),
                "AGENTCTL_CONTEXT", "sandbox",
                "AGENTCTL_ENDPOINT_URL", "http://127.0.0.1:9");
        Places places = new Places(
                SettingsReader.read(Inputs.read(TargetFlags.NONE, environment, folder)),
                environment,
                new Clients(),
                LocalProcesses.current());
        return new Runs(places, store, memory, "here", InstantSource.fixed(NOW), 4, new RunListener() {
            @Override
            public void ended(Run run) {}

            @Override
            public void failed(Run run, RuntimeException failure) {}
        });
    }

    private static NamedUseCase<Question, Answer> useCase(Access access, UseCase<Question, Answer> work) {
        return new NamedUseCase<>("test.answer", Question.class, Answer.class, access, here -> work);
    }

    private static Run.Asked asked(Instant at) {
        return new Run.Asked("alice", "test.answer", RecordTree.of(new Question("why")), Manner.USUAL, at);
    }

    private static Run over(RunStore store, RunId id) throws InterruptedException {
        for (int wait = 0; wait < 1000; wait++) {
            Optional<Run> run = store.find(id).filter(Run::over);
            if (run.isPresent()) {
                return run.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("has no end: " + store.find(id));
    }

    private static List<RunEvent> followed(Runs runs, RunId id, long seen) throws InterruptedException {
        List<RunEvent> heard = new ArrayList<>();
        Follower follower = runs.follow(id, seen);
        while (!follower.over()) {
            heard.addAll(follower.next(LONG));
        }
        return heard;
    }

    @Test
    void ofManyWhoAskAtOnceWithOneKeyOneBeginsIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            AtomicInteger begun = new AtomicInteger();
            Runs runs = runs(memory);
            RunId one = RunId.of("alice", "key " + round);
            CountDownLatch ready = new CountDownLatch(16);
            try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Run>> asking = IntStream.range(0, 16)
                        .mapToObj(asker -> askers.submit(() -> {
                            ready.countDown();
                            ready.await();
                            return runs.begin(
                                    one,
                                    useCase(Access.READ, (question, progress) -> {
                                        begun.incrementAndGet();
                                        return new Answer("because");
                                    }),
                                    asked(NOW.plusMillis(asker)));
                        }))
                        .toList();
                for (Future<Run> each : asking) {
                    assertThat(each.get().id()).isEqualTo(one);
                }
            }

            assertThat(over(memory, one).standing().state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(begun).hasValue(1);
        }
    }

    @Test
    void looksDoNotWaitForChangesThatTakeLong() throws Exception {
        Runs runs = runs(memory);
        CountDownLatch over = new CountDownLatch(1);
        for (int change = 0; change < 8; change++) {
            runs.begin(RunId.of("alice", "change " + change), useCase(Access.CHANGE, until(over)), asked(NOW));
        }

        runs.begin(id, useCase(Access.READ, (question, progress) -> new Answer("because")), asked(NOW));

        assertThat(over(memory, id).standing().state()).isEqualTo(RunState.SUCCEEDED);
        over.countDown();
    }

    private static UseCase<Question, Answer> until(CountDownLatch over) {
        return (question, progress) -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return new Answer("at last");
        };
    }

    @Test
    void whatWaitsForItsTurnSaysSoAndCanBeStopped() throws Exception {
        Runs runs = runs(memory);
        CountDownLatch over = new CountDownLatch(1);
        NamedUseCase<Question, Answer> look = useCase(Access.READ, until(over));
        for (int number = 0; number < 4; number++) {
            runs.begin(RunId.of("alice", "look " + number), look, asked(NOW));
        }
        runs.begin(id, look, asked(NOW));
        assertThat(runs.follow(id, 0).next(LONG))
                .extracting(RunEvent.Progressed.class::cast)
                .extracting(RunEvent.Progressed::event)
                .containsExactly(
                        new ProgressEvent.Note("waits for its turn: the control plane carries out 4 looks at a time"));

        runs.cancel(id);

        assertThat(over(memory, id).standing().failure().orElseThrow().message())
                .contains("nothing was done");
        over.countDown();
    }

    @Test
    void whatIsNoFaultOfTheUseCaseIsAnEndToo() throws InterruptedException {
        runs(memory)
                .begin(
                        id,
                        useCase(Access.READ, (question, progress) -> {
                            throw new StackOverflowError();
                        }),
                        asked(NOW));

        assertThat(over(memory, id).standing().failure().orElseThrow().code()).isEqualTo(ErrorCode.BUG);
    }

    @Test
    void everyFollowerHearsEverythingInOrderAndTheEndLast() throws Exception {
        Runs runs = runs(memory);
        runs.begin(id, useCase(Access.READ, RunsTest::talkative), asked(NOW));
        List<Future<List<RunEvent>>> following;
        try (ExecutorService followers = Executors.newVirtualThreadPerTaskExecutor()) {
            following = IntStream.range(0, 20)
                    .mapToObj(follower -> followers.submit(() -> followed(runs, id, follower)))
                    .toList();
        }

        for (int seen = 0; seen < following.size(); seen++) {
            List<RunEvent> heard = following.get(seen).get();
            assertThat(heard.getLast()).isInstanceOf(RunEvent.Turned.class);
            assertThat(numbers(heard))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(seen + 1L, 400).boxed().toList());
        }
        assertThat(memory.events(id, 0))
                .as("kept in their order, though several threads spoke")
                .extracting(RunEvent.Progressed::number)
                .isSorted()
                .hasSize(400);
    }

    private static Answer talkative(Question question, ProgressListener progress) {
        try (ExecutorService speakers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4)
                    .forEach(speaker -> speakers.execute(() -> {
                        for (int line = 0; line < 100; line++) {
                            progress.say("line " + line);
                            Thread.onSpinWait();
                        }
                    }));
        }
        return new Answer("because");
    }

    private static List<Long> numbers(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Progressed.class::isInstance)
                .map(event -> ((RunEvent.Progressed) event).number())
                .toList();
    }

    @Test
    void theLastCountIsKeptForFollowersElsewhere() throws InterruptedException {
        runs(memory)
                .begin(
                        id,
                        useCase(Access.READ, (question, progress) -> {
                            for (int done = 0; done <= 50; done++) {
                                progress.on(new ProgressEvent.Advance("work", done, 50));
                            }
                            return new Answer("because");
                        }),
                        asked(NOW));

        over(memory, id);

        assertThat(memory.events(id, 0).getLast().event()).isEqualTo(new ProgressEvent.Advance("work", 50, 50));
        assertThat(memory.events(id, 0)).as("not all of them").hasSizeLessThan(10);
    }

    @Test
    void whatHappenedOnALostInstanceIsHeardBeforeWhatHappensHere() throws InterruptedException {
        memory.append(id, 1, new ProgressEvent.Note("there"));
        LiveRun run = LiveRun.left(id, memory, memory.events(id, 0));

        run.on(new ProgressEvent.Note("here"));

        assertThat(run.after(0, Duration.ZERO).events())
                .extracting(RunEvent.Progressed::event)
                .containsExactly(new ProgressEvent.Note("there"), new ProgressEvent.Note("here"));
        assertThat(run.after(1000, Duration.ZERO).events())
                .as("who had heard counts that were not kept")
                .extracting(RunEvent.Progressed::event)
                .containsExactly(new ProgressEvent.Note("here"));
    }

    @Test
    void anEndThatCannotBeKeptNowIsKeptLater() throws InterruptedException {
        AtomicInteger refused = new AtomicInteger();
        RunStore moody = new DelegatingRuns(new MemoryRuns(InstantSource.fixed(NOW))) {
            @Override
            public Run save(Run run) {
                if (refused.incrementAndGet() <= 2) {
                    throw new AgentctlException(ErrorCode.THROTTLED, "too fast", "");
                }
                return super.save(run);
            }

            @Override
            public void append(RunId run, long number, ProgressEvent event) {
                throw new AgentctlException(ErrorCode.THROTTLED, "too fast", "");
            }
        };
        runs(moody)
                .begin(
                        id,
                        useCase(Access.CHANGE, (question, progress) -> {
                            progress.say("a line that cannot be kept fails nothing");
                            return new Answer("because");
                        }),
                        asked(NOW));

        assertThat(over(moody, id).standing().state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void whatWaitsCanBeStopped() throws InterruptedException {
        Runs runs = runs(memory);
        Run.Asked asked = new Run.Asked(
                "alice", PlaceUseCases.HERE.name(), RecordTree.of(new PlaceUseCases.Asking()), Manner.USUAL, NOW);
        runs.hold(id, PlaceUseCases.HERE, asked, "an approval");

        runs.cancel(id);

        assertThat(over(memory, id).standing().failure().orElseThrow().code()).isEqualTo(ErrorCode.INTERRUPTED);
    }

    @Test
    void resultsFillNoMoreMemoryThanTheyMay() throws InterruptedException {
        MemoryRuns small = new MemoryRuns(InstantSource.fixed(NOW), 300);
        Runs runs = runs(small);
        NamedUseCase<Question, Answer> useCase = useCase(Access.CHANGE, (question, progress) -> new Answer("because"));
        List<RunId> ids = IntStream.range(0, 20)
                .mapToObj(number -> RunId.of("alice", "key " + number))
                .toList();
        for (RunId each : ids) {
            runs.begin(each, useCase, asked(NOW));
            over(small, each);
        }

        assertThat(small.find(ids.getLast()).orElseThrow().standing().result()).isPresent();
        assertThat(ids.stream().flatMap(each -> small.find(each).stream())).hasSizeBetween(2, 10);
        assertThat(small.newest(Optional.empty(), 10).runs())
                .allSatisfy(run -> assertThat(run.standing().result()).isEmpty());
    }
}
