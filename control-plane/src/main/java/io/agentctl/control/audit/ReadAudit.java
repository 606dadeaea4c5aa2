package io.agentctl.control.audit;

import io.agentctl.control.UseCase;
import io.agentctl.control.audit.AuditReader.Placed;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the audit log, the newest first. */
public final class ReadAudit implements UseCase<ReadAudit.Request, ReadAudit.Result> {

    /** How far back it looks where nobody says. */
    public static final Duration USUAL = Duration.ofDays(7);

    /** A day is a query at least; nobody looks back further than this at once. */
    public static final Duration FURTHEST = Duration.ofDays(400);

    /** Entries looked at for one page, so that a rare actor is not looked for for ever: the cursor goes on. */
    private static final int MOST_LOOKED_AT = 10_000;

    private static final Pattern CURSOR =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z-[0-9a-f]{12}");

    /**
     * Which entries.
     *
     * @param from the earliest; a week before the latest if nobody says
     * @param to before which; now if nobody says
     * @param actor only those whose actor's name contains it, in any case of letters
     * @param limit the most to read, 1 to 1000
     * @param cursor where an earlier page ended
     */
    public record Request(
            Optional<Instant> from, Optional<Instant> to, Optional<String> actor, int limit, Optional<String> cursor) {

        private static final int MOST = 1_000;

        public Request {
            if (limit < 1 || limit > MOST) {
                throw new IllegalArgumentException("a page has 1 to " + MOST + " entries, not " + limit);
            }
        }
    }

    /**
     * A page.
     *
     * @param entries the newest first
     * @param next the cursor of the next page, if there may be more
     */
    public record Result(List<AuditEntry> entries, Optional<String> next) {
        public Result {
            entries = List.copyOf(entries);
        }
    }

    private final Supplier<AuditReader> reader;
    private final InstantSource clock;

    /**
     * Makes the use case.
     *
     * @param reader made when it is needed, for it looks for its table
     */
    public ReadAudit(Supplier<AuditReader> reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        Instant to = request.to().orElseGet(() -> clock.instant().plusMillis(1));
        Instant from = request.from().orElseGet(() -> to.minus(USUAL));
        if (from.isAfter(to) || Duration.between(from, to).compareTo(FURTHEST) > 0) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "the audit log is read over up to " + FURTHEST.toDays() + " days, not from " + from + " to " + to,
                    "");
        }
        return new Search(request, from, to).run(reader.get());
    }

    private static String checked(String cursor) {
        if (!CURSOR.matcher(cursor).matches()) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "this is no cursor of the audit log", "Take the one of the page before.");
        }
        return cursor;
    }

    /** One page being read. */
    private static final class Search {

        private final Request request;
        private final Instant from;
        private final Instant to;
        private final List<AuditEntry> found = new ArrayList<>();
        private String last;
        private int lookedAt;

        Search(Request request, Instant from, Instant to) {
            this.request = request;
            this.from = from;
            this.to = to;
            this.last = request.cursor().map(ReadAudit::checked).orElse("");
        }

        Result run(AuditReader reader) {
            LocalDate day = last.isEmpty() ? day(to) : LocalDate.parse(last.substring(0, "2026-01-01".length()));
            for (LocalDate first = day(from); !day.isBefore(first); day = day.minusDays(1)) {
                Iterator<Placed> entries = reader.newestFirst(day, last).iterator();
                while (entries.hasNext()) {
                    if (found.size() == request.limit() || lookedAt == MOST_LOOKED_AT) {
                        return new Result(found, Optional.of(last));
                    }
                    look(entries.next());
                }
            }
            return new Result(found, Optional.empty());
        }

        private void look(Placed placed) {
            lookedAt++;
            last = placed.key();
            Instant at = placed.entry().at();
            if (!at.isBefore(from) && at.isBefore(to) && isOf(placed.entry().actor())) {
                found.add(placed.entry());
            }
        }

        private boolean isOf(String actor) {
            return request.actor()
                    .map(part -> actor.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                    .orElse(true);
        }

        private static LocalDate day(Instant at) {
            return at.atZone(ZoneOffset.UTC).toLocalDate();
        }
    }
}
