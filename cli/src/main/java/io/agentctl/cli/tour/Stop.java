package io.agentctl.cli.tour;

import io.agentctl.cli.command.Exit;
import io.agentctl.control.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One stop of the tour.
 *
 * @param story what the reader should know before, a sentence or two
 * @param command what is run, without the program's own name
 * @param exitCode how it ends
 */
record Stop(String story, List<String> command, int exitCode) {

    /** What a shell takes as it is, beside letters and digits. */
    private static final String PLAIN = "-_./:=,@%+";

    Stop {
        command = List.copyOf(command);
    }

    static Stop of(String story, String command) {
        return new Stop(story, List.of(command.split(" ")), Exit.OK);
    }

    /** A command that is told no: that, too, is part of the story. */
    static Stop denied(String story, String command) {
        return new Stop(story, List.of(command.split(" ")), ErrorCode.NOT_ALLOWED.exitCode());
    }

    /** As a user would type it. */
    String typed() {
        return "agentctl " + command.stream().map(Stop::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.chars().allMatch(letter -> Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0)
                ? word
                : "'" + word + "'";
    }
}
