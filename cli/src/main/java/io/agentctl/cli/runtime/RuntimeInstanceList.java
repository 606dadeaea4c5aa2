package io.agentctl.cli.runtime;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.policy.Environments;
import io.agentctl.cli.policy.InstancesPage;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.publishing.RuntimeInstances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runtime instances}. */
@Command(
        footer = {
            "agentctl runtime instances --environment staging",
            "agentctl runtime instances -o jsonl",
        })
public final class RuntimeInstanceList implements Verb {

    private final UseCase<String, RuntimeInstances.Result> instances;

    @Mixin
    private Environments environment = new Environments();

    public RuntimeInstanceList(UseCase<String, RuntimeInstances.Result> instances) {
        this.instances = instances;
    }

    @Override
    public int call(Console console) {
        RuntimeInstances.Result found = instances.run(environment.name(), console.progress());
        console.print(Document.ofRows(found, "runtimes", page -> InstancesPage.layout(found.runtimes(), page)));
        if (found.runtimes().isEmpty()) {
            console.say("No runtime of " + environment.name() + " has reported.");
        }
        return Exit.OK;
    }
}
