package io.agentctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.cli.command.Exit;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ManualPagesTest {

    private static final List<String> CHECK = List.of("groff", "-man", "-Tutf8", "-ww", "-z");

    @TempDir
    private Path folder;

    private SortedMap<String, String> pages;

    @BeforeEach
    void write() {
        pages = ManualPages.of(Commands.in(folder).model(), "1.2.3", LocalDate.of(2026, 2, 28));
    }

    @Test
    void eachVerbThatPeopleAreToldOfHasAPage() {
        List<String> verbs = Commands.verbs().stream()
                .filter(verb -> !verb.contains("__"))
                .map(verb -> "agentctl-" + verb.replace(' ', '-'))
                .toList();

        assertThat(pages.keySet())
                .contains("agentctl", "agentctl-ecs", "agentctl-ops-tokens")
                .containsAll(verbs);
        assertThat(pages.keySet()).noneMatch(name -> name.contains("__"));
    }

    @Test
    void aPageSaysWhatTheCommandDoesAndTakes() {
        assertThat(pages.get("agentctl-ecs-rightsize"))
                .startsWith(
                        """
                        .TH "AGENTCTL\\-ECS\\-RIGHTSIZE" "1" "2026-02-28" "agentctl 1.2.3" "agentctl manual"
                        .nh
                        .ad l
                        .SH "NAME"
                        agentctl\\-ecs\\-rightsize \\- advise the cheapest size that fits what services use, and change to it
                        .SH "SYNOPSIS"
                        \\fBagentctl\\fR \\fBecs\\fR \\fBrightsize\\fR [\\fIOPTIONS\\fR] [\\fISERVICE\\fR...]
                        """)
                .contains(
                        """
                        .TP
                        \\fB\\-c\\fR, \\fB\\-\\-cluster\\fR \\fICLUSTER\\fR
                        The ECS cluster; default: the project\\(aqs, or the only one there is.
                        """)
                .contains(".SH \"EXAMPLES\"", "agentctl ecs rightsize \\-i ")
                .contains(".SH \"SEE ALSO\"\n\\fBagentctl\\fR(1),\n\\fBagentctl\\-ecs\\fR(1),\n");
    }

    @Test
    void aNounListsThePagesOfItsVerbs() {
        assertThat(pages.get("agentctl-ops")).contains(".TP\n\\fBagentctl\\-ops\\-approvals\\fR(1)\n");
    }

    @Test
    void theProgramsPageKnowsEveryExitStatus() {
        Collection<Integer> codes = new TreeSet<>(List.of(Exit.OK, Exit.PENDING));
        Arrays.stream(ErrorCode.values()).map(ErrorCode::exitCode).forEach(codes::add);

        assertThat(ManualPage.EXIT_STATUS.keySet()).isEqualTo(codes);
        assertThat(pages.get("agentctl")).contains(".TP\n\\fB130\\fR\nInterrupted.\n");
    }

    /** A line that begins with a full stop would be a macro, and a quote or backslash something else. */
    @Test
    void whatIsSpecialToRoffShowsAsItIs() {
        CommandSpec spec = CommandSpec.create()
                .name("agentctl")
                .addOption(OptionSpec.builder("--body")
                        .paramLabel("@FILE")
                        .type(String.class)
                        .description(".5 of 'a\\b' ~ \"c\" ^ `d` …")
                        .build());
        spec.usageMessage().description("'Quoted' first.").footer(".hidden \\n 'x-y'");

        assertThat(ManualPage.of(spec, "1", LocalDate.EPOCH))
                .contains("\n\\&.5 of \\(aqa\\(rsb\\(aq \\(ti \\(dqc\\(dq \\(ha \\(gad\\(ga \\[u2026]\n")
                .contains("\n\\(aqQuoted\\(aq first.\n")
                .contains("\n\\&.hidden \\(rsn \\(aqx\\-y\\(aq\n")
                .contains("\n\\fB\\-\\-body\\fR @\\fIFILE\\fR\n");
    }

    @Test
    void groffFindsNoFault() throws Exception {
        assumeThat(onThePath(CHECK.getFirst())).as("groff is installed").isTrue();
        List<String> command = new ArrayList<>(CHECK);
        pages.forEach((name, page) -> command.add(written(name, page)));

        Process groff = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).isEmpty();
        assertThat(groff.waitFor()).isZero();
    }

    private String written(String name, String page) {
        try {
            return Files.writeString(folder.resolve(name + ".1"), page).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean onThePath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
