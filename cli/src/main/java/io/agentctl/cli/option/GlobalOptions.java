package io.agentctl.cli.option;

import io.agentctl.cli.option.Flags.ConsentFlags;
import io.agentctl.cli.option.Flags.OutputFlags;
import io.agentctl.cli.option.Flags.WaitFlags;
import io.agentctl.control.settings.TargetFlags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options that every command takes, before or after its noun and verb; turned into {@link Flags} once parsed.
 *
 * <p>They are built by hand because each start pays for them: read from annotations they cost 120 ms, more than all
 * else that {@code --help} does, since the JVM makes a proxy class for every kind of annotation.
 */
public final class GlobalOptions {

    private final Flags usual;
    private final List<OptionSpec> all = new ArrayList<>();

    private final OptionSpec context = text("--context", "NAME", "Where commands go; see 'agentctl config contexts'.");
    private final OptionSpec profile = text("--profile", "NAME", "AWS profile to take credentials from.");
    private final OptionSpec region = text("--region", "REGION", "AWS region.");
    private final OptionSpec endpointUrl =
            text("--endpoint-url", "URL", "AWS endpoint to call instead of the region's own.");
    private final OptionSpec output = add(OptionSpec.builder("-o", "--output")
            .type(OutputFormat.class)
            .paramLabel("FORMAT")
            .description(
                    "How results are printed: table (default), wide, json, yaml, jsonl, csv; ical for calendars; md, html, junit for"
                            + " reports."));
    private final OptionSpec query = text("--query", "JMESPATH", "Print only this part of the result.");
    private final OptionSpec noInput = flag("Never ask; fail where a question is needed.", "--no-input");
    private final OptionSpec yes = flag("Change without asking.", "-y", "--yes");
    private final OptionSpec dryRun = flag("Print the plan and change nothing.", "--dry-run");
    private final OptionSpec readOnly = flag("Refuse every call that could change something.", "--read-only");
    private final OptionSpec wait = flag("Wait until the effect is seen (default).", "--wait");
    private final OptionSpec noWait = flag("Do not wait until the effect is seen.", "--no-wait");
    private final OptionSpec timeout = add(OptionSpec.builder("--timeout")
            .type(Duration.class)
            .paramLabel("DURATION")
            .description("Give up waiting after this long, such as 90s or 10m."));
    private final OptionSpec detailedExitCode = flag("Exit with 2 if changes are pending.", "--detailed-exitcode");
    private final OptionSpec quiet = flag("Say nothing but errors on stderr.", "-q", "--quiet");
    private final OptionSpec verbose = flag("Say more on stderr.", "-v", "--verbose");
    private final OptionSpec debug = flag("Show where an error came from.", "--debug");
    private final OptionSpec noColor = flag("No colour, whatever the terminal can do.", "--no-color");

    /**
     * Makes the options, none of them given.
     *
     * @param usual what counts where the command does not say otherwise: those that a session was started with
     */
    public GlobalOptions(Flags usual) {
        this.usual = usual;
        add(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Print how a command is used and exit."));
    }

    /** Gives them to the command that stands first. */
    public void addTo(CommandSpec root) {
        all.forEach(root::addOption);
    }

    /** Lets a command under the first take them too; the values are the same. */
    public void inherit(CommandSpec command) {
        all.forEach(option -> command.addOption(
                OptionSpec.builder(option).inherited(true).root(option).build()));
    }

    /** What was given, as a record. */
    public Flags flags() {
        return new Flags(
                target(),
                new OutputFlags(
                        GlobalOptions.<OutputFormat>value(output)
                                .orElse(usual.output().format()),
                        value(query)),
                new ConsentFlags(
                        given(yes) || usual.consent().yes(),
                        given(noInput) || usual.consent().noInput(),
                        given(dryRun) || usual.consent().dryRun(),
                        given(readOnly) || usual.consent().readOnly()),
                new WaitFlags(
                        GlobalOptions.<Duration>value(timeout)
                                .or(() -> usual.waiting().timeout()),
                        given(wait) || (!given(noWait) && usual.waiting().untilDone()),
                        given(detailedExitCode) || usual.waiting().detailedExitCode()),
                verbosity(),
                given(noColor) || usual.noColor());
    }

    /** Another context is another place: what is usual counts only in the usual one. */
    private TargetFlags target() {
        TargetFlags place = GlobalOptions.<String>value(context).isPresent() ? TargetFlags.NONE : usual.target();
        return new TargetFlags(
                GlobalOptions.<String>value(context).or(place::context),
                GlobalOptions.<String>value(profile).or(place::profile),
                GlobalOptions.<String>value(region).or(place::region),
                GlobalOptions.<String>value(endpointUrl).or(place::endpointUrl));
    }

    private Verbosity verbosity() {
        if (given(debug)) {
            return Verbosity.DEBUG;
        }
        if (given(verbose)) {
            return Verbosity.VERBOSE;
        }
        return given(quiet) ? Verbosity.QUIET : usual.verbosity();
    }

    private OptionSpec text(String name, String label, String description) {
        return add(OptionSpec.builder(name).type(String.class).paramLabel(label).description(description));
    }

    private OptionSpec flag(String description, String... names) {
        return add(OptionSpec.builder(
                        names[0], List.of(names).subList(1, names.length).toArray(String[]::new))
                .type(boolean.class)
                .description(description));
    }

    private OptionSpec add(OptionSpec.Builder builder) {
        OptionSpec option = builder.build();
        all.add(option);
        return option;
    }

    private static <T> Optional<T> value(OptionSpec option) {
        return Optional.ofNullable(option.getValue());
    }

    private static boolean given(OptionSpec option) {
        return Boolean.TRUE.equals(option.getValue());
    }
}
