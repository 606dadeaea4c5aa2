package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.publishing.ShowPolicy;
import io.agentctl.policies.store.PolicyVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy show}. */
@Command(
        footer = {
            "agentctl policy show token-cap                  # the newest version, as it was published",
            "agentctl policy show token-cap@2 > old.yaml",
            "agentctl policy show token-cap@2 -o json        # with who, when, why and the signature",
        })
public final class PolicyShow implements Verb {

    private final UseCase<ShowPolicy.Request, PolicyVersion> show;

    @Parameters(
            paramLabel = "ID[@VERSION]",
            converter = VersionName.Converter.class,
            description = "The policy, and which version; default: the newest.")
    private VersionName version;

    public PolicyShow(UseCase<ShowPolicy.Request, PolicyVersion> show) {
        this.show = show;
    }

    @Override
    public int call(Console console) {
        PolicyVersion found = show.run(new ShowPolicy.Request(version.policy(), version.number()), console.progress());
        console.print(Document.of(found, page -> page.line(found.text().stripTrailing())));
        return Exit.OK;
    }
}
