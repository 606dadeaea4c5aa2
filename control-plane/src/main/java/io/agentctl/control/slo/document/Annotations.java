package io.agentctl.control.slo.document;

import io.agentctl.control.yaml.Form;
import io.agentctl.control.yaml.Node.Field;
import io.agentctl.control.yaml.Node.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What OpenSLO has no words for: annotations in a name space of our own. Those of others are none of our business. */
public final class Annotations {

    private static final String PREFIX = "agentctl.io/";

    /** The pairs of windows, or that there are none. */
    static final String PAIRS = PREFIX + "pairs";
    /** With fewer events nobody is told. */
    static final String FEWEST_EVENTS = PREFIX + "fewest-events";
    /** Topics of pages. */
    static final String PAGE_TOPICS = PREFIX + "page-topics";
    /** Topics of tickets. */
    static final String TICKET_TOPICS = PREFIX + "ticket-topics";
    /** From where a figure is a warning. */
    static final String WARNING = PREFIX + "warning";
    /** From where a figure is critical. */
    static final String CRITICAL = PREFIX + "critical";
    /** Whether a ratio is shown by its good or its bad share. */
    static final String SHOW = PREFIX + "show";
    /** What keeps watch over the budget. */
    static final String BACKEND = PREFIX + "backend";
    /** The short window of a condition. */
    static final String SHORT_WINDOW = PREFIX + "short-window";
    /** Page or ticket, where the severity of a condition is called otherwise. */
    static final String URGENCY = PREFIX + "urgency";

    /** Those of an SLO, and of a service for all of its SLOs. */
    public static final List<String> OF_OBJECTIVES =
            List.of(PAIRS, FEWEST_EVENTS, PAGE_TOPICS, TICKET_TOPICS, WARNING, CRITICAL, SHOW, BACKEND);

    /** Those of an alert condition. */
    public static final List<String> OF_CONDITIONS = List.of(SHORT_WINDOW, URGENCY);

    private Annotations() {}

    /** Our annotations among those of a resource, others of ours that are not known here noted. */
    static Form read(Form metadata, List<String> known) {
        SequencedMap<String, Field> ours = new LinkedHashMap<>();
        Optional<Fields> all = metadata.named("annotations");
        all.ifPresent(found -> found.fields().forEach((name, field) -> {
            if (name.startsWith(PREFIX)) {
                ours.put(name, field);
            }
        }));
        return Form.of(new Fields(ours, all.orElse(metadata.fields()).position()), known, metadata.findings());
    }

    /** Annotations of one resource before those of another. */
    static Form over(Form own, Form others) {
        SequencedMap<String, Field> both = new LinkedHashMap<>(others.fields().fields());
        both.putAll(own.fields().fields());
        return new Form(new Fields(both, own.fields().position()), own.findings());
    }
}
