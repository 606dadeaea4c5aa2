package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.schedules.ListSchedules;
import io.agentctl.control.schedules.Schedules;
import picocli.CommandLine.Command;

/** {@code ops schedules}. */
@Command(
        footer = {
            "agentctl ops schedules",
            "agentctl ops schedules -o json --query 'schedules[?findings].name'   # where something is wrong",
        })
public final class OpsSchedules implements Verb {

    private final UseCase<ListSchedules.Request, Schedules> list;

    public OpsSchedules(UseCase<ListSchedules.Request, Schedules> list) {
        this.list = list;
    }

    @Override
    public int call(Console console) {
        Schedules found = list.run(new ListSchedules.Request(), console.progress());
        console.print(Document.ofRows(found, "schedules", page -> SchedulesPage.layout(found, page)));
        if (found.schedules().isEmpty()) {
            console.say("No control plane has begun anything at its times yet.");
        } else if (found.leader().isEmpty()) {
            console.say("No control plane leads: nothing is begun until one runs.");
        }
        return Exit.OK;
    }
}
