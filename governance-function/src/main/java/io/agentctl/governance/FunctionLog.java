package io.agentctl.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.governance.FunctionSettings.DecisionLogLevel;
import io.agentctl.policies.rollout.DecisionLine;
import io.agentctl.policies.rollout.RecordedDecision;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON lines in the form of the runtime's logs, which Lambda sends to CloudWatch. */
final class FunctionLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final DecisionLogLevel level;
    private final InstantSource clock;

    FunctionLog(PrintStream out, DecisionLogLevel level, InstantSource clock) {
        this.out = out;
        this.level = level;
        this.clock = clock;
    }

    void event(String event, String message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("log", "event");
        line.put("time", clock.instant().toString());
        line.put("event", event);
        line.put("message", message);
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can be written", impossible);
        }
    }

    boolean wants(boolean allowed) {
        return switch (level) {
            case ALL -> true;
            case PROBLEMS -> !allowed;
            case OFF -> false;
        };
    }

    /** A decision, masked already, in the form that replay reads. */
    void decision(RecordedDecision record, long micros) {
        out.println("{\"log\":\"decision\",\"micros\":" + micros + ","
                + DecisionLine.write(record).substring(1));
    }
}
