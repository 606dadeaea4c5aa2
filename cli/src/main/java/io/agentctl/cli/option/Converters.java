package io.agentctl.cli.option;

import io.agentctl.control.plan.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine;

/** The types that every option may have. Sizes, which are plain numbers, name their converter at the option. */
public final class Converters {

    private Converters() {}

    /** Teaches a command and all under it. */
    public static CommandLine register(CommandLine commandLine) {
        return commandLine
                .registerConverter(OutputFormat.class, OutputFormat::parse)
                .registerConverter(Path.class, Path::of)
                .registerConverter(Duration.class, DurationConverter::parse)
                .registerConverter(Instant.class, InstantConverter::parse)
                .registerConverter(Money.class, MoneyConverter::parse);
    }
}
