package io.agentctl.cli.ecs;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.ecs.WaitForService;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ecs wait}. */
@Command(
        footer = {
            "agentctl ecs wait api                           # 0: the revision runs; 1: it was rolled back",
            "agentctl ecs wait api --timeout 5m              # 5: not over yet; ECS goes on",
        })
public final class EcsWait implements Verb {

    private final UseCase<Services, WaitForService.Result> wait;

    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private String name;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    public EcsWait(UseCase<Services, WaitForService.Result> wait) {
        this.wait = wait;
    }

    @Override
    public int call(Console console) {
        WaitForService.Result result = wait.run(services.named(List.of(name)), console.progress());
        console.print(Document.of(result, page -> layout(result, page)));
        return Exit.OK;
    }

    private static void layout(WaitForService.Result result, Page page) {
        if (result.tasks() == 0) {
            page.line(
                    Tone.WARNING, "? " + result.service() + " wants no tasks, so nothing shows whether it would run.");
        } else {
            page.line(
                    Tone.GOOD,
                    page.theme().tick() + " " + result.service() + " runs " + result.taskDefinition() + " on "
                            + result.tasks() + " tasks.");
        }
    }
}
