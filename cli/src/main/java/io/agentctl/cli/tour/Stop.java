package io.agentctl.cli.tour;

import java.util.List;

/**
 * One stop of the tour.
 *
 * @param story what the reader should know before, a sentence or two
 * @param command what is run, without the program's own name
 */
record Stop(String story, List<String> command) {

    Stop {
        command = List.copyOf(command);
    }

    static Stop of(String story, String command) {
        return new Stop(story, List.of(command.split(" ")));
    }

    /** As a user would type it. */
    String typed() {
        return "agentctl " + String.join(" ", command);
    }
}
