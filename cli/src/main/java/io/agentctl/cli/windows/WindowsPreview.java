package io.agentctl.cli.windows;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.OutputFormat;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.windows.Window;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowOutlook;
import io.agentctl.control.windows.run.PriceServices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code windows preview}. */
@Command(
        footer = {
            "agentctl windows preview                                # the next 14 days",
            "agentctl windows preview --next 60d windows.yaml",
            "agentctl windows preview --offline -o ical > windows.ics",
        })
public final class WindowsPreview implements Verb {

    private final Function<Optional<Path>, WindowFile> reader;
    private final UseCase<PriceServices.Request, PriceServices.Result> prices;
    private final Clock clock;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file; default: the project's.")
    private Path file;

    @Option(
            names = "--next",
            paramLabel = "DURATION",
            defaultValue = "14d",
            description = "How far to look ahead; default: 14d.")
    private Duration next;

    @Option(names = "--offline", description = "Do not ask AWS what the services cost.")
    private boolean offline;

    public WindowsPreview(
            Function<Optional<Path>, WindowFile> reader,
            UseCase<PriceServices.Request, PriceServices.Result> prices,
            Clock clock) {
        this.reader = reader;
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public int call(Console console) {
        WindowFile windows = reader.apply(Optional.ofNullable(file));
        Instant now = clock.instant();
        PriceServices.Result services = offline ? PriceServices.Result.UNKNOWN : services(console);
        overlaps(windows, services.tags(), console);
        List<WindowOutlook> outlooks = windows.windows().stream()
                .map(window -> WindowOutlook.of(window, now, now.plus(next), services.services()))
                .toList();
        OutlookPage.Result result = new OutlookPage.Result(now, now.plus(next), outlooks, services.prices());
        console.print(Document.ofRows(result, "windows", page -> OutlookPage.layout(result, page))
                .also(OutputFormat.ICAL, () -> OutlookCalendar.text(result)));
        return Exit.OK;
    }

    /** What a preview of each window for itself would not show. */
    private static void overlaps(WindowFile windows, Map<String, Map<String, String>> services, Console console) {
        new TreeMap<>(services).forEach((service, tags) -> {
            List<Window> about = windows.about(service, tags);
            if (about.size() > 1) {
                console.warn("Service " + service + " is under " + about.size() + " windows: "
                        + about.stream().map(Window::name).collect(Collectors.joining(", "))
                        + switch (windows.overlap()) {
                            case REFUSE -> ", and the file does not say which counts (overlap: awake, or asleep).";
                            case AWAKE -> "; where they differ it is awake.";
                            case ASLEEP -> "; where they differ it is asleep.";
                        });
            }
        });
    }

    /** A preview is of use without money too, for who has no account at hand. */
    private PriceServices.Result services(Console console) {
        try {
            return prices.run(new PriceServices.Request(), console.progress());
        } catch (AgentctlException unknown) {
            console.warn("Without money, since " + unknown.getMessage() + ". (--offline does not ask.)");
            return PriceServices.Result.UNKNOWN;
        }
    }
}
