package io.agentctl.cli.runtime;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.runtime.RuntimeOptions.RuntimeEndpoint;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.runtime.CheckHealth;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runtime health}. */
@Command(
        footer = {
            "agentctl runtime health",
            "agentctl runtime health --url https://agents.example.com -o json",
            "It exits with 3 if the runtime takes no requests.",
        })
public final class RuntimeHealth implements Verb {

    private final UseCase<CheckHealth.Request, CheckHealth.Result> check;
    private final Supplier<RuntimeEndpoint> endpoint;

    @Mixin
    private RuntimeOptions runtime = new RuntimeOptions();

    public RuntimeHealth(UseCase<CheckHealth.Request, CheckHealth.Result> check, Supplier<RuntimeEndpoint> endpoint) {
        this.check = check;
        this.endpoint = endpoint;
    }

    @Override
    public int call(Console console) {
        CheckHealth.Result result =
                check.run(new CheckHealth.Request(runtime.address(console.flags(), endpoint)), console.progress());
        console.print(Document.of(result, page -> HealthPage.layout(result, page)));
        return result.well() ? Exit.OK : ErrorCode.VERDICT_NO.exitCode();
    }
}
