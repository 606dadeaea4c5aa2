package io.agentctl.cli.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** How results are printed; {@code -o}. */
public enum OutputFormat {
    /** For people. */
    TABLE,
    /** For people with a wide screen. */
    WIDE,
    /** The contract for programs, with {@code schemaVersion}. */
    JSON,
    /** The same tree as JSON. */
    YAML,
    /** One compact JSON object a row. */
    JSONL,
    /** One line a row, RFC 4180. */
    CSV,
    /** A calendar, RFC 5545, where a result is one. */
    ICAL,
    /** Markdown, where a result is a report. */
    MD,
    /** A page of HTML that needs nothing else, where a result is a report. */
    HTML,
    /** JUnit's XML, which build servers show, where a result has verdicts. */
    JUNIT;

    static OutputFormat parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                        + Arrays.stream(values()).map(OutputFormat::toString).collect(Collectors.joining(", "))));
    }

    /** True if people read it and not programs. */
    public boolean isForPeople() {
        return this == TABLE || this == WIDE;
    }

    /** As the user writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
