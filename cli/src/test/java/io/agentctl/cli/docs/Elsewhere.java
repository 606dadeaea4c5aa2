package io.agentctl.cli.docs;

import java.util.List;

/**
 * Commands that run until they are stopped, or for minutes: here their words are only parsed, and another test runs
 * them.
 *
 * @param words what the command begins with
 * @param test which runs it
 */
record Elsewhere(List<String> words, String test) {

    private static final List<Elsewhere> ALL = List.of(
            new Elsewhere(List.of("shell"), "SessionScreensIT"),
            new Elsewhere(List.of("dash"), "DashScreensIT"),
            new Elsewhere(List.of("tour"), "TourIT"),
            new Elsewhere(List.of("serve"), "ServeIT"),
            new Elsewhere(List.of("perf", "load"), "PerfCommandsIT"),
            new Elsewhere(List.of("--context", "team"), "ControlPlaneContextIT"),
            new Elsewhere(List.of("console"), "ConsoleIT"),
            new Elsewhere(List.of("version", "--check"), "VersionCheckIT"),
            new Elsewhere(List.of("sandbox", "start"), "SandboxCommandsIT"),
            // How the samples of this version were made.
            new Elsewhere(List.of("--context", "sandbox"), "KeptDocumentsTest"));

    static boolean runs(List<String> command) {
        boolean ends = command.contains("--once") || (command.contains("-o") && !command.contains("--context"));
        return !ends
                && ALL.stream()
                        .anyMatch(one -> command.size() >= one.words().size()
                                && command.subList(0, one.words().size()).equals(one.words()));
    }
}
