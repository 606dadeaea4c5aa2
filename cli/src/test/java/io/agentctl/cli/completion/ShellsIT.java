package io.agentctl.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Main;
import io.agentctl.cli.Tmux;
import io.agentctl.cli.TwoServices;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real shells that complete what is typed, with real keys. */
@Timeout(300)
class ShellsIT {

    private static final Map<ShellName, List<String>> WITHOUT_SETTINGS = Map.of(
            ShellName.BASH, List.of("bash", "--norc", "--noprofile", "-i"),
            ShellName.ZSH, List.of("zsh", "-f", "-i"),
            ShellName.FISH, List.of("fish", "--no-config", "-i"));

    private static final Map<ShellName, String> BEFORE = Map.of(
            ShellName.BASH, "PS1='> '; [ ! -r $FRAMEWORK ] || . $FRAMEWORK",
            ShellName.ZSH, "PS1='> '; autoload -Uz compinit && compinit -u -D",
            ShellName.FISH, "function fish_prompt; echo '> '; end");

    private static TwoServices services;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        services = TwoServices.start();
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellName.class)
    void whatIsTypedIsCompleted(ShellName shell) throws Exception {
        assumeThat(isOnPath(shell)).as(shell + " is on the PATH").isTrue();
        services.projectIn(folder);
        Files.writeString(folder.resolve("result-of-today.json"), "{}");
        Files.writeString(
                folder.resolve("script"),
                Commands.in(folder).run("completion " + name(shell)).out());
        install();
        remember("service");
        remember("context");

        try (Tmux terminal = Tmux.start(folder, 120, 40, variables(), WITHOUT_SETTINGS.get(shell))) {
            enter(terminal, BEFORE.get(shell) + "; clear");
            enter(terminal, "source ./script; echo loa''ded");
            terminal.await("loaded");

            completes(terminal, "agentctl ecs ri", "agentctl ecs rightsize");
            completes(terminal, "--ris", "agentctl ecs rightsize --risk");
            completes(terminal, "hi", "agentctl ecs rightsize --risk high");
            completes(terminal, "id", "agentctl ecs rightsize --risk high idle");
            completes(terminal, "--context=san", "agentctl ecs rightsize --risk high idle --context=sandbox");
            eraseLine(terminal);

            completes(terminal, "agentctl perf report res", "agentctl perf report result-of-today.json");
            eraseLine(terminal);

            terminal.type("agentctl slo ");
            terminal.press("Tab", "Tab");
            assertThat(String.join("\n", terminal.await("report"))).contains("status", "check", "init");
        }
    }

    /** At the first key names may not have come yet; a user would press it again. */
    private void remember(String kind) {
        Commands commands = Commands.in(folder).at(services.sandbox());
        assertThat(commands.run("__names " + kind + " --refresh").talk()).isEmpty();
    }

    private static void completes(Tmux terminal, String typed, String whole) throws Exception {
        terminal.type(typed);
        terminal.press("Tab");
        terminal.await(whole, screen -> screen.stream().anyMatch(line -> line.equals("> " + whole)));
    }

    /** Not by an interrupt: a shell that is still at work for the last Tab may take that for the end of its work. */
    private static void eraseLine(Tmux terminal) throws Exception {
        terminal.press("C-u");
        terminal.await("an empty line", screen -> screen.reversed().stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> line.strip().equals(">"))
                .isPresent());
    }

    private static void enter(Tmux terminal, String line) throws Exception {
        terminal.type(line);
        terminal.press("Enter");
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(services.variables());
        variables.put("HOME", folder.toString());
        variables.put("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        variables.put("FRAMEWORK", "/usr/share/bash-completion/bash_completion");
        return variables;
    }

    /** Puts the program where shells find it. */
    private void install() throws Exception {
        Path program = folder.resolve("bin/agentctl");
        Files.createDirectories(program.getParent());
        Files.writeString(
                program,
                """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dagentctl.home='%s' -cp '%s' %s "$@"
                """
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin/java"),
                                program.getParent(),
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean isOnPath(ShellName shell) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, name(shell)).canExecute());
    }

    private static String name(ShellName shell) {
        return shell.name().toLowerCase(Locale.ROOT);
    }
}
