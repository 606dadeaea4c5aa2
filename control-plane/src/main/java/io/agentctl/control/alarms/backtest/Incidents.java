package io.agentctl.control.alarms.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Labelled incidents in a JSON file: a list of pairs of times, or such a list for each file of history by its name.
 * Times are in UTC.
 */
public final class Incidents {

    private Incidents() {}

    /**
     * Reads the incidents of one history.
     *
     * @param series the name of the file of history, where incidents are listed by it
     * @throws AgentctlException BAD_DOCUMENT for what cannot be read
     */
    public static List<Incident> read(Path file, String series) {
        JsonNode root = root(file);
        return incidents(file, root.isObject() ? root.path(series) : root, series);
    }

    /**
     * Reads all incidents, whatever they are listed by, in order of their beginnings.
     *
     * @throws AgentctlException BAD_DOCUMENT for what cannot be read
     */
    public static List<Incident> readAll(Path file) {
        JsonNode root = root(file);
        List<Incident> all = new ArrayList<>();
        if (root.isObject()) {
            root.properties().forEach(entry -> all.addAll(incidents(file, entry.getValue(), entry.getKey())));
        } else {
            all.addAll(incidents(file, root, ""));
        }
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Incident::start))
                .toList();
    }

    private static JsonNode root(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw fault(file, e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw fault(file, "there is no such file");
        } catch (IOException e) {
            throw fault(file, "cannot be read: " + e.getMessage());
        }
    }

    private static List<Incident> incidents(Path file, JsonNode list, String series) {
        if (!list.isArray()) {
            throw fault(
                    file,
                    series.isEmpty() ? "is no list of [start, end] pairs" : "has no list of incidents for " + series);
        }
        List<Incident> incidents = new ArrayList<>();
        for (JsonNode pair : list) {
            incidents.add(incident(file, pair));
        }
        return incidents;
    }

    private static Incident incident(Path file, JsonNode pair) {
        try {
            return new Incident(time(pair.path(0)), time(pair.path(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw fault(file, "expected [start, end] with times, found " + pair);
        }
    }

    private static Instant time(JsonNode node) {
        String iso = node.asText().replace(' ', 'T').replace("Z", "");
        return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private static AgentctlException fault(Path file, String message) {
        return new AgentctlException(ErrorCode.BAD_DOCUMENT, file + ": " + message, "");
    }
}
