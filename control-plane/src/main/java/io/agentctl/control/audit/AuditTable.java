package io.agentctl.control.audit;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.team.Entry;
import io.agentctl.control.team.JsonRecords;
import io.agentctl.control.team.Partition;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The audit log of a project, in the table that it shares: a partition for each day, so that no day grows too large to
 * be read, and an item for each entry. Nothing here changes or deletes one; the table's IAM policy should not either.
 */
public final class AuditTable implements AuditLog, AuditReader {

    private static final int CALLS_IN_FLIGHT = 16;
    private static final int RANDOM_BYTES = 6;
    private static final int MOST_ATTEMPTS = 3;
    private static final DateTimeFormatter KEY = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Supplier<DynamoDbClient> client;
    private final String table;
    private final RandomGenerator random;
    private final ApiCalls calls = new ApiCalls(CALLS_IN_FLIGHT);

    /**
     * Makes it, and calls nothing.
     *
     * @param table with the keys {@code pk} and {@code sk}
     * @param random tells entries of one millisecond apart
     */
    public AuditTable(Supplier<DynamoDbClient> client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
    }

    /**
     * What is there stays. A key that is taken is this entry's own, whose first answer was lost, or another is drawn.
     */
    @Override
    public void write(AuditEntry entry) {
        Partition day = day(entry.at().atZone(ZoneOffset.UTC).toLocalDate());
        String document = JsonRecords.write(entry);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (day.write(Entry.first(key(entry), document, Optional.empty()))) {
                return;
            }
        }
        throw new AgentctlException(
                ErrorCode.FAILED, "the audit log in table " + table + " has no place for an entry", "Try again.");
    }

    private String key(AuditEntry entry) {
        byte[] tail = new byte[RANDOM_BYTES];
        random.nextBytes(tail);
        return KEY.format(entry.at()) + "-" + HexFormat.of().formatHex(tail);
    }

    @Override
    public Stream<Placed> newestFirst(LocalDate day, String before) {
        return day(day).lastFirst(before).map(AuditTable::placed);
    }

    private static Placed placed(Entry entry) {
        return new Placed(
                entry.key(), JsonRecords.read("audit entry " + entry.key(), entry.document(), AuditEntry.class));
    }

    private Partition day(LocalDate day) {
        return new Partition(client, table, "audit#" + day, calls);
    }
}
