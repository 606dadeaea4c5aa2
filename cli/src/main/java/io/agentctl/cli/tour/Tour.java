package io.agentctl.cli.tour;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code tour}. */
@Command(footer = {"agentctl tour                                   # two minutes; needs no AWS account"})
public final class Tour implements Verb {

    private final Guide guide;

    public Tour(Guide guide) {
        this.guide = guide;
    }

    @Override
    public int call(Console console) {
        Cancellation cancellation = console.progress().cancellation();
        Path folder = guide.openFolder();
        try {
            List<Stop> stops = Itinerary.stops();
            for (int i = 0; i < stops.size(); i++) {
                show(console, stops.get(i), i + 1 + "/" + stops.size());
                int code = guide.run(stops.get(i), folder, cancellation);
                if (cancellation.requested()) {
                    throw new AgentctlException(ErrorCode.INTERRUPTED, "the tour was cut short", "");
                }
                if (code != stops.get(i).exitCode()) {
                    throw new AgentctlException(
                            ErrorCode.FAILED, "'" + stops.get(i).typed() + "' ended with " + code, "");
                }
            }
            return Exit.OK;
        } finally {
            for (Stop stop : Itinerary.last()) {
                show(console, stop, "end");
                guide.run(stop, folder, Cancellation.never());
            }
            guide.closeFolder(folder);
        }
    }

    private static void show(Console console, Stop stop, String where) {
        console.say("");
        console.say("[" + where + "] " + stop.story());
        console.say("$ " + stop.typed());
    }
}
