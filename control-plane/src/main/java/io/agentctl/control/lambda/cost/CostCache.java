package io.agentctl.control.lambda.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Keeps Cost Explorer's answers for a day, each in a file: they change about that often, and cost money. */
final class CostCache {

    /** Cost Explorer refreshes its data at least once in 24 hours (its user guide). */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;
    private final Clock clock;

    CostCache(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param asked when
     * @param days what was answered
     */
    record Answer(Instant asked, List<BilledDay> days) {
        Answer {
            days = List.copyOf(days);
        }
    }

    /** The answer to a question, if there is one of the last day; a damaged one is none. */
    Optional<Answer> find(CostQuestion question) {
        Path file = file(question);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return read(MAPPER.readTree(Files.readString(file)), question)
                    .filter(answer ->
                            age(answer).compareTo(KEPT) < 0 && !age(answer).isNegative());
        } catch (JsonProcessingException | DateTimeException ignored) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void keep(CostQuestion question, List<BilledDay> days) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("question", question.toString())
                .put("asked", clock.instant().toString());
        ArrayNode array = root.putArray("days");
        days.forEach(day -> array.addObject()
                .put("day", day.day().toString())
                .put("function", day.function())
                .put("usd", day.usd()));
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "answer", ".part");
            Files.writeString(part, root.toString());
            Files.move(part, file(question), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Duration age(Answer answer) {
        return Duration.between(answer.asked(), clock.instant());
    }

    /** The question is in the file too: two may share a file's name. */
    private static Optional<Answer> read(JsonNode root, CostQuestion question) {
        if (!root.path("question").asText().equals(question.toString())) {
            return Optional.empty();
        }
        List<BilledDay> days = new ArrayList<>();
        for (JsonNode day : root.path("days")) {
            days.add(new BilledDay(
                    LocalDate.parse(day.path("day").asText()),
                    day.path("function").asText(),
                    day.path("usd").asDouble()));
        }
        return Optional.of(new Answer(Instant.parse(root.path("asked").asText()), days));
    }

    private Path file(CostQuestion question) {
        return folder.resolve(
                "cost-" + HexFormat.of().toHexDigits(question.toString().hashCode()) + ".json");
    }
}
