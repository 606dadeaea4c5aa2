package io.agentctl.control.journal;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryInterceptor;
import io.agentctl.control.testing.BoundaryJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Runs, resumes or undoes an operation on a {@link FileWorld}, to be killed at it. Its handlers pass a boundary before
 * and after each act. Its arguments are a verb, the world's folder, and for a journal in DynamoDB its endpoint and
 * table.
 */
final class WorldProgram {

    private WorldProgram() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[1]);
        Boundaries boundaries = Boundaries.ofThisProcess();
        Journal journal = arguments.length == 2
                ? new BoundaryJournal(new FileJournal(directory.resolve("journal")), boundaries)
                : shared(URI.create(arguments[2]), arguments[3], boundaries);
        List<ActionHandler> handlers = new ArrayList<>(new FileWorld(directory).handlers());
        if (arguments[0].equals("run-badly")) {
            handlers.removeIf(handler -> handler.type().equals("world.expect"));
            handlers.add(RunnerBench.failing("world.expect", ErrorCode.VERDICT_NO, "size is wrong"));
        }
        OperationRunner runner = new OperationRunner(
                journal,
                handlers.stream()
                        .map(handler -> new Watched(handler, boundaries))
                        .toList(),
                Clock.systemUTC(),
                new Random(),
                LocalProcesses.current(),
                () -> Operations.HERE,
                LeaseSettings.standard());
        try {
            act(arguments[0], runner, journal);
        } catch (AgentctlException failure) {
            if (failure.code() != ErrorCode.ROLLED_BACK) {
                throw failure;
            }
        }
    }

    private static Journal shared(URI endpoint, String table, Boundaries boundaries) {
        AwsSettings settings = AwsSettings.sandbox(endpoint, "eu-central-1");
        AwsClients clients = new AwsClients(settings, List.of(new BoundaryInterceptor(boundaries)));
        return new DynamoDbJournal(clients.dynamoDb(), table);
    }

    private static void act(String verb, OperationRunner runner, Journal journal) {
        ProgressListener silent = ProgressListener.SILENT;
        switch (verb) {
            case "run", "run-badly" -> runner.run(RunnerBench.shrink(), silent);
            case "resume" -> runner.resume(newest(journal), silent);
            case "undo" -> runner.undo(newest(journal), UndoMode.CAREFUL, silent);
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private static OperationId newest(Journal journal) {
        return journal.newestFirst().findFirst().orElseThrow().id();
    }

    private record Watched(ActionHandler handler, Boundaries boundaries) implements ActionHandler {
        @Override
        public String type() {
            return handler.type();
        }

        @Override
        public Outcome perform(Action action, StepContext context) {
            boundaries.pass("before " + type());
            Outcome outcome = handler.perform(action, context);
            boundaries.pass("after " + type());
            return outcome;
        }
    }
}
