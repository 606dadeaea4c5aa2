package io.agentctl.control.journal;

import static io.agentctl.control.journal.Operations.API;
import static io.agentctl.control.journal.Operations.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A runner over a world of two settings, size and count, with handlers that a test replaces. */
final class RunnerBench {

    /** Leases short enough to see them run out. */
    static final LeaseSettings SHORT = new LeaseSettings(
            Duration.ofMillis(300),
            Duration.ofMillis(100),
            Duration.ZERO,
            Duration.ofSeconds(2),
            Duration.ofMillis(20));

    /** As another machine's would be: nobody can ask whether the process lives. */
    static final Owner ELSEWHERE = new Owner("bob", "desk", 42, "", Instant.EPOCH);

    final Path directory;
    final FileWorld world;
    final Journal journal;
    final List<String> said = Collections.synchronizedList(new ArrayList<>());
    final Cancellation cancellation = new Cancellation();
    Target here = HERE;

    RunnerBench(Path directory, Journal journal) {
        this.directory = directory;
        this.world = new FileWorld(directory);
        this.journal = journal;
    }

    /** With the world as it is before anything is changed. */
    static RunnerBench fresh(Path directory) {
        return fresh(directory, new FileJournal(directory.resolve("journal")));
    }

    /** The same with another journal. */
    static RunnerBench fresh(Path directory, Journal journal) {
        RunnerBench bench = new RunnerBench(directory, journal);
        bench.world.write("size", "large");
        bench.world.write("count", "4");
        return bench;
    }

    final ProgressListener progress = new ProgressListener() {
        @Override
        public void on(ProgressEvent event) {
            said.add(event.toString());
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }
    };

    OperationRunner runner(ActionHandler... replacements) {
        return runner(journal, Operations.ALICE, replacements);
    }

    OperationRunner runner(Journal in, Owner owner, ActionHandler... replacements) {
        List<ActionHandler> handlers = new ArrayList<>(world.handlers());
        for (ActionHandler replacement : replacements) {
            handlers.removeIf(handler -> handler.type().equals(replacement.type()));
            handlers.add(replacement);
        }
        return new OperationRunner(in, handlers, Clock.systemUTC(), new Random(1), owner, () -> here, SHORT);
    }

    /** Size to small, count to 2, and a look whether the size is small. */
    static OperationDraft shrink() {
        return new OperationDraft(
                "world shrink",
                API,
                HERE,
                "large to small",
                List.of(
                        FileWorld.set("size", "large", "small"),
                        FileWorld.set("count", "4", "2"),
                        FileWorld.expect("size", "small")));
    }

    /** A handler that always fails. */
    static ActionHandler failing(String type, ErrorCode code, String message) {
        return new FileWorld.Handler(type, (action, context) -> {
            throw new AgentctlException(code, message, "ask for it");
        });
    }

    /** Like the world's own, but fails on one setting. */
    ActionHandler failingOn(String type, String name, ErrorCode code, String message) {
        ActionHandler original = world.handlers().stream()
                .filter(handler -> handler.type().equals(type))
                .findFirst()
                .orElseThrow();
        return new FileWorld.Handler(type, (action, context) -> {
            if (action.argument("name").equals(name)) {
                throw new AgentctlException(code, message, "ask for it");
            }
            return original.perform(action, context);
        });
    }

    Operation only() {
        List<Operation> all = journal.newestFirst().toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    void assertUnchanged() {
        assertThat(Map.of("size", world.read("size"), "count", world.read("count")))
                .isEqualTo(Map.of("size", "large", "count", "4"));
    }

    void assertShrunk() {
        assertThat(Map.of("size", world.read("size"), "count", world.read("count")))
                .isEqualTo(Map.of("size", "small", "count", "2"));
    }

    static AgentctlException failure(ErrorCode code, ThrowingCallable call) {
        AgentctlException failure = catchThrowableOfType(AgentctlException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        return failure;
    }
}
