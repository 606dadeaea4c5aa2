package io.agentctl.control.performance.tasks;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.load.LoadRequest;
import io.agentctl.control.performance.load.RunLoad;
import io.agentctl.control.performance.load.Turn;
import io.agentctl.control.performance.scenario.Part;
import io.agentctl.control.performance.threshold.Threshold;
import io.agentctl.control.performance.threshold.ThresholdParser;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What each of the tasks of a load does: reads what is to be sent, waits for the others, sends its part, leaves its
 * result. It stops by itself when nobody looks after the run any more.
 */
public final class SendPart implements UseCase<SendPart.Request, SendPart.Sent> {

    private final Supplier<DynamoDbClient> dynamoDb;
    private final Clock clock;

    /** @param clock of wall time, which all tasks have in common */
    public SendPart(Supplier<DynamoDbClient> dynamoDb, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    /**
     * Which part of which run.
     *
     * @param table where it is described
     */
    public record Request(String table, String run, Part part) {}

    /**
     * What was sent.
     *
     * @param part such as {@code 2/4}
     * @param requests how many
     * @param end how it ended
     */
    public record Sent(String run, String part, long requests, LoadResult.End end) {}

    /**
     * Sends.
     *
     * @throws AgentctlException NOT_FOUND for a run that there is not, INTERRUPTED if it was told to stop, or nobody
     *     looked after it, before it began; else what {@link RunLoad} throws
     */
    @Override
    public Sent run(Request request, ProgressListener progress) {
        Board board = new Board(dynamoDb, request.table(), request.run(), clock);
        Assignment assignment = board.assignment();
        try {
            LoadResult result = attended(assignment, board, request.part(), progress);
            board.deliver(request.part().number(), RecordTree.document(result).toString());
            return new Sent(
                    request.run(),
                    request.part().toString(),
                    result.total().counts().sent(),
                    result.end());
        } catch (AgentctlException failure) {
            board.report(Report.failed(request.part().number(), failure.code().name(), failure.getMessage()));
            throw failure;
        }
    }

    /** Reports end with the sending, so that none comes after the one that says that the result is there. */
    private LoadResult attended(Assignment assignment, Board board, Part part, ProgressListener progress) {
        Cancellation cancellation = new Cancellation();
        try (Attendant attendant = new Attendant(board, part.number(), cancellation)) {
            Instant begin = attendant.awaitBegin(progress.cancellation());
            return send(assignment, new Turn(part, Optional.of(begin)), attendant, cancellation);
        }
    }

    private LoadResult send(Assignment assignment, Turn turn, Attendant attendant, Cancellation cancellation) {
        List<Threshold> limits = assignment.abortOn().stream()
                .map(text -> ThresholdParser.parse(text, "--threshold", ErrorCode.BAD_DOCUMENT))
                .toList();
        return withAuthorities(assignment.authorities(), authorities -> new RunLoad(clock, attendant)
                .run(
                        new LoadRequest(
                                assignment.scenario(),
                                assignment.url(),
                                limits,
                                !limits.isEmpty(),
                                assignment.cap(),
                                authorities,
                                turn),
                        quiet(cancellation)));
    }

    private static LoadResult withAuthorities(String pem, Function<Optional<Path>, LoadResult> send) {
        if (pem.isEmpty()) {
            return send.apply(Optional.empty());
        }
        try {
            Path file = Files.createTempFile("agentctl-authorities", ".pem");
            try {
                Files.writeString(file, pem);
                return send.apply(Optional.of(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write certificates to a file", e);
        }
    }

    private static ProgressListener quiet(Cancellation cancellation) {
        return new ProgressListener() {
            @Override
            public void on(ProgressEvent event) {
                // Whoever started the run shows how it goes.
            }

            @Override
            public Cancellation cancellation() {
                return cancellation;
            }
        };
    }
}
