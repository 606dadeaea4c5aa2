package io.agentctl.control.alarms.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled incidents in a JSON file: a list of pairs of times, or such a list for each file of history by its name.
 * Times are in UTC.
 */
public final class Incidents {

    private Incidents() {}

    /**
     * Reads a file.
     *
     * @param series the name of the file of history, where incidents are listed by it
     * @throws AgentctlException BAD_DOCUMENT for what cannot be read
     */
    public static List<Incident> read(Path file, String series) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw fault(file, e.getOriginalMessage());
        } catch (IOException e) {
            throw fault(file, "cannot be read: " + e.getMessage());
        }
        JsonNode list = root.isObject() ? root.path(series) : root;
        if (!list.isArray()) {
            throw fault(
                    file,
                    root.isObject() ? "has no list of incidents for " + series : "is no list of [start, end] pairs");
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
