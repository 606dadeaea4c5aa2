package io.agentctl.cli.dash;

import io.agentctl.control.overview.Part;
import java.util.List;

/** The panes, in the order of pages. */
enum Pane {
    RESPONSE("Response times", AnswerPanes::response, Kind.CHART, Part.CURVES),
    THROUGHPUT("Throughput", AnswerPanes::throughput, Kind.CHART, Part.CURVES),
    FAILURES("Error rate", AnswerPanes::failures, Kind.CHART, Part.CURVES),
    OBJECTIVES("Objectives", ObjectivesPane::paint, Kind.LIST, Part.OBJECTIVES),
    SERVICES("Services", ServicesPane::paint, Kind.LIST, Part.SERVICES, Part.CURVES),
    FUNCTIONS("Functions", FunctionsPane::paint, Kind.LIST, Part.CURVES, Part.FUNCTIONS),
    TABLES("Tables", TablesPane::paint, Kind.LIST, Part.CURVES, Part.TABLES),
    ALARMS("Alarms", AlarmsPane::paint, Kind.LIST, Part.ALARMS),
    WINDOWS("Windows", WindowsPane::paint, Kind.LIST, Part.WINDOWS),
    POLICIES("Policies", PoliciesPane::paint, Kind.LIST, Part.POLICIES),
    OPERATIONS("Operations", OperationsPane::paint, Kind.LIST, Part.OPERATIONS);

    /** What is in a pane. */
    enum Kind {
        /** Looks good at any height. */
        CHART,
        /** Has as many lines as there are things. */
        LIST
    }

    private final String title;
    private final Painter painter;
    private final Kind kind;
    private final List<Part> parts;

    Pane(String title, Painter painter, Kind kind, Part... parts) {
        this.title = title;
        this.painter = painter;
        this.kind = kind;
        this.parts = List.of(parts);
    }

    /** What it is called on the screen, and to jump to it. */
    String title() {
        return title;
    }

    Painter painter() {
        return painter;
    }

    Kind kind() {
        return kind;
    }

    /** What it shows; nothing of it can be shown before the first was read. */
    List<Part> parts() {
        return parts;
    }

    /** The one that comes after another number of steps, round and round. */
    Pane after(int steps) {
        return values()[Math.floorMod(ordinal() + steps, values().length)];
    }
}
