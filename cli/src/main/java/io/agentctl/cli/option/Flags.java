package io.agentctl.cli.option;

import io.agentctl.control.place.Manner;
import io.agentctl.control.settings.TargetFlags;
import java.time.Duration;
import java.util.Optional;

/**
 * The global options as the user gave them, nothing defaulted from elsewhere.
 *
 * @param target where the command goes
 * @param output how results are printed
 * @param consent what the command may do without asking
 * @param waiting how long it may take
 * @param verbosity how much is said on stderr
 * @param noColor true if {@code --no-color} was given
 */
public record Flags(
        TargetFlags target,
        OutputFlags output,
        ConsentFlags consent,
        WaitFlags waiting,
        Verbosity verbosity,
        boolean noColor) {

    /** No option given. */
    public static final Flags NONE = new Flags(
            TargetFlags.NONE,
            new OutputFlags(OutputFormat.TABLE, Optional.empty()),
            new ConsentFlags(false, false, false, false),
            new WaitFlags(Optional.empty(), true, false),
            Verbosity.NORMAL,
            false);

    /** The same, somewhere else. */
    public Flags to(TargetFlags there) {
        return new Flags(there, output, consent, waiting, verbosity, noColor);
    }

    /** The same, with nothing changed and nobody asked. */
    public Flags readOnly() {
        return new Flags(
                target, output, new ConsentFlags(false, true, consent.dryRun(), true), waiting, verbosity, noColor);
    }

    /** How the command is to behave where it goes. */
    public Manner manner() {
        return new Manner(consent.readOnly(), waiting.timeout());
    }

    /** {@code -o} and {@code --query}, a JMESPath expression. */
    public record OutputFlags(OutputFormat format, Optional<String> query) {}

    /** {@code --yes --no-input --dry-run --read-only}. */
    public record ConsentFlags(boolean yes, boolean noInput, boolean dryRun, boolean readOnly) {}

    /** {@code --timeout --wait/--no-wait --detailed-exitcode}; without {@code --timeout} each command has its own. */
    public record WaitFlags(Optional<Duration> timeout, boolean untilDone, boolean detailedExitCode) {

        /** The limit that the user gave, else the command's own. */
        public Duration timeoutOr(Duration usual) {
            return timeout.orElse(usual);
        }
    }
}
