package io.agentctl.cli.dash;

import io.agentctl.control.overview.Part;
import java.util.List;

/** The panes, in the order of pages. */
enum Pane {
    RESPONSE("Response times", Kind.CHART),
    THROUGHPUT("Throughput", Kind.CHART),
    FAILURES("Error rate", Kind.CHART),
    OBJECTIVES("Objectives", Kind.LIST),
    SERVICES("Services", Kind.LIST),
    FUNCTIONS("Functions", Kind.LIST),
    TABLES("Tables", Kind.LIST),
    ALARMS("Alarms", Kind.LIST),
    WINDOWS("Windows", Kind.LIST),
    POLICIES("Policies", Kind.LIST),
    OPERATIONS("Operations", Kind.LIST);

    private static final List<Pane> ALL = List.of(values());

    /** What is in a pane. */
    enum Kind {
        /** Looks good at any height. */
        CHART,
        /** Has as many lines as there are things. */
        LIST
    }

    private final String title;
    private final Kind kind;

    Pane(String title, Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    /** What it is called on the screen, and to jump to it. */
    String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }

    Painter painter() {
        return switch (this) {
            case RESPONSE -> AnswerPanes::response;
            case THROUGHPUT -> AnswerPanes::throughput;
            case FAILURES -> AnswerPanes::failures;
            case OBJECTIVES -> ObjectivesPane::paint;
            case SERVICES -> ServicesPane::paint;
            case FUNCTIONS -> FunctionsPane::paint;
            case TABLES -> TablesPane::paint;
            case ALARMS -> AlarmsPane::paint;
            case WINDOWS -> WindowsPane::paint;
            case POLICIES -> PoliciesPane::paint;
            case OPERATIONS -> OperationsPane::paint;
        };
    }

    /** What it shows; nothing of it can be shown before the first was read. */
    List<Part> parts() {
        return switch (this) {
            case RESPONSE, THROUGHPUT, FAILURES -> List.of(Part.CURVES);
            case OBJECTIVES -> List.of(Part.OBJECTIVES);
            case SERVICES -> List.of(Part.SERVICES, Part.CURVES);
            case FUNCTIONS -> List.of(Part.CURVES, Part.FUNCTIONS);
            case TABLES -> List.of(Part.CURVES, Part.TABLES);
            case ALARMS -> List.of(Part.ALARMS);
            case WINDOWS -> List.of(Part.WINDOWS);
            case POLICIES -> List.of(Part.POLICIES);
            case OPERATIONS -> List.of(Part.OPERATIONS);
        };
    }

    /** The one that comes after another number of steps, round and round. */
    Pane after(int steps) {
        return ALL.get(Math.floorMod(ALL.indexOf(this) + steps, ALL.size()));
    }
}
