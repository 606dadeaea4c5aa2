package io.agentctl.cli.version;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.cli.version.ProgramVersion.Newest;
import io.agentctl.cli.version.ProgramVersion.Standing;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.RecordTree;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code version}. */
@Command(
        footer = {
            "agentctl version                # asks nobody",
            "agentctl version -o json        # version, Java, AOT cache",
            "agentctl version --check        # and which one is newest, from where the configuration says",
        })
public final class ShowVersion implements Verb {

    private final String version;
    private final Supplier<Optional<Releases>> place;

    @Option(
            names = "--check",
            description = "Ask which version is newest, at AGENTCTL_RELEASES or the user configuration's 'releases'.")
    private boolean check;

    /**
     * Makes the verb.
     *
     * @param version of the program
     * @param place where releases are told, if the configuration says so
     */
    public ShowVersion(String version, Supplier<Optional<Releases>> place) {
        this.version = version;
        this.place = place;
    }

    @Override
    public int call(Console console) {
        ProgramVersion found = new ProgramVersion(
                version,
                System.getProperty("java.runtime.version", ""),
                System.getProperty("java.vm.name", ""),
                System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""),
                AotCache.ofThisProcess(),
                RecordTree.SCHEMA_VERSION,
                check ? Optional.of(newest()) : Optional.empty());
        console.print(Document.of(found, page -> layout(found, page)));
        boolean older = found.newest()
                .filter(newest -> newest.standing() == Standing.OLDER)
                .isPresent();
        return older && console.flags().waiting().detailedExitCode() ? Exit.PENDING : Exit.OK;
    }

    private Newest newest() {
        Releases from = place.get().orElseThrow(ShowVersion::nowhere);
        Release release = from.ask();
        return new Newest(
                release.newest().value(), release.released(), release.notes(), from.toString(), standing(release));
    }

    private Standing standing(Release release) {
        if (!VersionNumber.isOne(version)) {
            return Standing.UNKNOWN;
        }
        int order = new VersionNumber(version).compareTo(release.newest());
        return order < 0 ? Standing.OLDER : order == 0 ? Standing.NEWEST : Standing.NEWER;
    }

    private static AgentctlException nowhere() {
        return new AgentctlException(
                ErrorCode.BAD_CONFIGURATION,
                "nothing says where releases are told, so nobody was asked",
                "Set " + Releases.VARIABLE
                        + ", or releases: in ~/.config/agentctl/config.yaml, to the https address of a"
                        + " document like {\"schemaVersion\": 1, \"newest\": \"1.4.0\"}.");
    }

    private static void layout(ProgramVersion found, Page page) {
        page.line(Tone.STRONG, "agentctl " + found.version());
        page.line("Java " + found.java() + ", " + found.vm() + ", " + found.system());
        page.line("AOT cache: " + RecordTree.word(found.aotCache()).replace('-', ' '));
        page.line("Documents: reads and writes schemaVersion " + found.documents());
        found.newest().ifPresent(newest -> {
            page.line(
                    newest.standing() == Standing.OLDER ? Tone.WARNING : Tone.GOOD,
                    "Newest: " + newest.version()
                            + newest.released().map(day -> ", of " + day).orElse("") + ", says " + newest.from() + "; "
                            + words(newest.standing()) + ".");
            newest.notes().ifPresent(notes -> page.line("About it: " + notes));
        });
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case OLDER -> "this one is older";
            case NEWEST -> "this is it";
            case NEWER -> "this one is newer";
            case UNKNOWN -> "this one was not released, so it cannot be compared";
        };
    }
}
