package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.NamedPolicy;
import io.agentctl.control.authoring.ReplayDecisions;
import io.agentctl.policies.rollout.Flip;
import io.agentctl.policies.rollout.ReplayReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy replay}. */
@Command(
        footer = {
            "agentctl policy replay token-cap.yaml --since 1h         # a draft, on the last hour's requests",
            "agentctl policy replay token-cap@3 --environment staging # a version",
            "agentctl policy replay token-cap.yaml --from decisions.jsonl",
        })
public final class PolicyReplay implements Verb {

    private static final int MOST = 20;

    private final UseCase<ReplayDecisions.Request, ReplayReport> replay;

    @Parameters(
            paramLabel = "FILE|ID[@VERSION]",
            converter = NamedPolicyConverter.class,
            description = "A policy file, or a policy in the store.")
    private NamedPolicy candidate;

    @Mixin
    private Environments environment = new Environments();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "1h",
            description = "How far back to read recorded decisions; default: 1h.")
    private Duration since;

    @Option(names = "--from", paramLabel = "FILE", description = "Read recorded decisions from a file, one a line.")
    private Path from;

    public PolicyReplay(UseCase<ReplayDecisions.Request, ReplayReport> replay) {
        this.replay = replay;
    }

    @Override
    public int call(Console console) {
        ReplayReport report = replay.run(
                new ReplayDecisions.Request(candidate, environment.name(), Optional.ofNullable(from), since),
                console.progress());
        console.print(Document.ofRows(report, "flips", page -> layout(report, page)));
        return Exit.OK;
    }

    private static void layout(ReplayReport report, Page page) {
        page.line(Findings.count(report.replayed(), "decision", "decisions") + " of " + report.environment()
                + " re-run with " + report.policy() + ": " + report.unchanged() + " the same");
        page.line(tone(report.denyToAllow()), "  " + report.denyToAllow() + " denied then, allowed now");
        page.line(tone(report.allowToDeny()), "  " + report.allowToDeny() + " allowed then, denied now");
        page.line(
                tone(report.indeterminate()),
                "  " + report.indeterminate() + " cannot be told, since what they depend on was masked");
        report.flips().stream().limit(MOST).forEach(flip -> page.line("    " + text(flip)));
        if (report.flips().size() > MOST) {
            page.line("    and " + (report.flips().size() - MOST) + " more; see -o json");
        }
    }

    private static String text(Flip flip) {
        String rule = flip.candidate().rule().map(Object::toString).orElse("no rule");
        return flip.kind().text() + "  " + flip.record().at() + "  "
                + flip.record().facts().intent() + "  " + rule
                + (flip.candidate().message().isEmpty()
                        ? ""
                        : ": " + flip.candidate().message());
    }

    private static Tone tone(long count) {
        return count == 0 ? Tone.PLAIN : Tone.WARNING;
    }
}
