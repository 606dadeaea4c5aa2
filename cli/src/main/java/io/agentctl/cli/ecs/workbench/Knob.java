package io.agentctl.cli.ecs.workbench;

import java.util.List;

/** What arrows move. */
enum Knob {
    CPU("CPU"),
    MEMORY("memory"),
    TASKS("tasks"),
    RISK("risk"),
    LOOK_BACK("look-back");

    private final String label;

    Knob(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    Knob after(int step) {
        return Choice.beside(List.of(values()), this, step);
    }
}
