package io.agentctl.policies.store;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What was done, by month. */
final class AuditLog {

    private final TableCalls calls;

    AuditLog(TableCalls calls) {
        this.calls = calls;
    }

    /** The part of a transaction that writes an event. */
    TransactWriteItem item(AuditEvent event) {
        Map<String, AttributeValue> item =
                new HashMap<>(Keys.key(Keys.audit(event.at()), Keys.at(event.at(), event.id())));
        item.put("id", Attributes.text(event.id()));
        item.put("kind", Attributes.text(event.kind().name()));
        item.put("subject", Attributes.text(event.subject()));
        item.put("detail", Attributes.text(event.detail()));
        item.put("actor", Attributes.text(event.actor()));
        item.put("reason", Attributes.text(event.reason()));
        item.put("at", Attributes.time(event.at()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(calls.table()).item(item))
                .build();
    }

    /** Events of {@code since} to {@code until}, the oldest first; read as they are consumed. */
    Stream<AuditEvent> between(Instant since, Instant until) {
        YearMonth last = YearMonth.from(until.atOffset(ZoneOffset.UTC));
        return Stream.iterate(
                        YearMonth.from(since.atOffset(ZoneOffset.UTC)),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .flatMap(month -> calls.query(
                        "read the audit log",
                        Attributes.from(
                                        Keys.audit(month.atDay(1)
                                                .atStartOfDay(ZoneOffset.UTC)
                                                .toInstant()),
                                        Keys.from(since))
                                .build()))
                .map(AuditLog::event);
    }

    private static AuditEvent event(Map<String, AttributeValue> item) {
        return new AuditEvent(
                Attributes.time(item, "at"),
                Attributes.text(item, "id"),
                AuditEvent.Kind.valueOf(Attributes.text(item, "kind")),
                Attributes.text(item, "subject"),
                Attributes.text(item, "detail"),
                Attributes.text(item, "actor"),
                Attributes.text(item, "reason"));
    }
}
