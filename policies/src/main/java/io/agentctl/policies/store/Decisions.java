package io.agentctl.policies.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Decisions as they were recorded, a partition for each environment and hour. */
final class Decisions {

    /** BatchWriteItem takes 25 items. */
    private static final int BATCH = 25;

    private static final int MOST_ATTEMPTS = 5;

    private final TableCalls calls;

    Decisions(TableCalls calls) {
        this.calls = calls;
    }

    int record(String environment, List<RecordedLine> lines, Duration kept) {
        Map<String, WriteRequest> writes = new LinkedHashMap<>();
        for (RecordedLine line : lines) {
            writes.put(Keys.at(line.at(), line.id()), write(environment, line, kept));
        }
        List<WriteRequest> all = List.copyOf(writes.values());
        int lost = 0;
        for (int from = 0; from < all.size(); from += BATCH) {
            lost += batch(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return lost;
    }

    private int batch(List<WriteRequest> batch) {
        String doing = "record decisions";
        List<WriteRequest> left = batch;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            List<WriteRequest> now = left;
            left = calls.call(doing, () -> calls.client()
                            .batchWriteItem(request -> request.requestItems(Map.of(calls.table(), now))))
                    .unprocessedItems()
                    .getOrDefault(calls.table(), List.of());
            if (left.isEmpty()) {
                return 0;
            }
            TableCalls.pause(doing, attempt);
        }
        return left.size();
    }

    private static WriteRequest write(String environment, RecordedLine line, Duration kept) {
        Map<String, AttributeValue> item =
                new HashMap<>(Keys.key(Keys.decisions(environment, line.at()), Keys.at(line.at(), line.id())));
        item.put("at", Attributes.time(line.at()));
        item.put("id", Attributes.text(line.id()));
        item.put("decision", Attributes.text(line.json()));
        item.put(PolicyTable.EXPIRES_AT, Attributes.number(line.at().plus(kept).getEpochSecond()));
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }

    Stream<RecordedLine> between(String environment, Instant since, Instant until) {
        List<Instant> hours = new ArrayList<>();
        for (Instant hour = since.truncatedTo(ChronoUnit.HOURS);
                !hour.isAfter(until);
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            hours.add(hour);
        }
        return hours.stream()
                .flatMap(hour -> calls.query(
                        "read the decisions of " + environment,
                        Attributes.from(Keys.decisions(environment, hour), Keys.from(since))
                                .consistentRead(false)
                                .build()))
                .map(item -> new RecordedLine(
                        Attributes.time(item, "at"), Attributes.text(item, "id"), Attributes.text(item, "decision")));
    }
}
