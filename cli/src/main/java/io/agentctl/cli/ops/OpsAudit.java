package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.audit.ReadAudit;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ops audit}. */
@Command(
        footer = {
            "agentctl ops audit",
            "agentctl ops audit --actor alice --from 2026-11-24T00:00:00Z",
            "agentctl ops audit -o jsonl --limit 1000",
        })
public final class OpsAudit implements Verb {

    private static final int MOST = 1_000;

    private final UseCase<ReadAudit.Request, ReadAudit.Result> read;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only entries since then; default: a week before the last.")
    private Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only entries before then; default: now.")
    private Instant to;

    @Option(names = "--actor", paramLabel = "NAME", description = "Only entries whose actor's name contains this.")
    private String actor;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "The most to list, up to 1000; default: 50.")
    private int limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on where an earlier list ended.")
    private String cursor;

    public OpsAudit(UseCase<ReadAudit.Request, ReadAudit.Result> read) {
        this.read = read;
    }

    @Override
    public int call(Console console) {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(), "--limit must be from 1 to " + MOST + ", not " + limit);
        }
        ReadAudit.Result found = read.run(
                new ReadAudit.Request(
                        Optional.ofNullable(from),
                        Optional.ofNullable(to),
                        Optional.ofNullable(actor),
                        limit,
                        Optional.ofNullable(cursor)),
                console.progress());
        console.print(Document.ofRows(found, "entries", page -> AuditPage.list(found.entries(), page)));
        if (found.entries().isEmpty()) {
            console.say("No entries.");
        }
        found.next().ifPresent(next -> console.say("There are more; see --cursor " + next));
        return Exit.OK;
    }
}
