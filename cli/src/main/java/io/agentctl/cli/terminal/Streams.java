package io.agentctl.cli.terminal;

import java.io.Console;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * What the three standard streams are connected to.
 *
 * @param questions true if stdin is a terminal, so that somebody can be asked
 * @param results what stdout is
 * @param talk what stderr is
 */
public record Streams(boolean questions, Stream results, Stream talk) {

    /** Nothing is a terminal: files and pipes. */
    public static final Streams NONE = new Streams(false, Stream.FILE, Stream.FILE);

    private static final int USUAL_COLUMNS = 80;

    /**
     * One stream that is written to.
     *
     * @param columns the terminal's columns; nothing if it is none
     * @param colour true if escape sequences are welcome
     * @param unicode true if its encoding has more than ASCII
     */
    public record Stream(OptionalInt columns, boolean colour, boolean unicode) {

        /** A file or pipe in UTF-8. */
        public static final Stream FILE = new Stream(OptionalInt.empty(), false, true);

        public boolean isTerminal() {
            return columns.isPresent();
        }
    }

    /**
     * Reads what the launcher found out, since a shell can ask which streams are terminals and the JVM only whether all
     * of them are: {@code agentctl.terminal} holds the digits of the file descriptors that are terminals,
     * {@code agentctl.columns} the width. Without a launcher the JVM's console is asked.
     *
     * @param environment for NO_COLOR, CLICOLOR_FORCE and TERM; see no-color.org and bixense.com/clicolors
     * @param properties system properties
     */
    public static Streams detect(Map<String, String> environment, Properties properties) {
        String terminals = properties.getProperty("agentctl.terminal");
        if (terminals == null) {
            terminals = Optional.ofNullable(System.console())
                            .filter(Console::isTerminal)
                            .isPresent()
                    ? "012"
                    : "";
        }
        int columns = number(properties.getProperty("agentctl.columns", environment.getOrDefault("COLUMNS", "")));
        return new Streams(
                terminals.contains("0"),
                stream(terminals.contains("1"), columns, properties.getProperty("stdout.encoding", ""), environment),
                stream(terminals.contains("2"), columns, properties.getProperty("stderr.encoding", ""), environment));
    }

    private static Stream stream(boolean terminal, int columns, String encoding, Map<String, String> environment) {
        boolean able = terminal && !"dumb".equals(environment.get("TERM"));
        boolean forced = !environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0");
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Stream(
                terminal ? OptionalInt.of(columns) : OptionalInt.empty(),
                (able || forced) && !refused,
                encoding.toUpperCase(Locale.ROOT).startsWith("UTF"));
    }

    private static int number(String columns) {
        return columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
    }
}
