package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.authoring.PolicyDocuments;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.publishing.CheckPolicyDrift;
import io.agentctl.control.publishing.CheckPolicyDrift.Difference;
import io.agentctl.control.publishing.PolicyStatus;
import io.agentctl.control.schedules.ScheduleFinding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether runtimes enforce what their environment says, and whether that is what files say.
 *
 * @param environment the policies' environment
 * @param files a file or folder of what should be in force
 */
public record PolicyCheck(String environment, Optional<Path> files) implements Errand {

    /** Runtimes report every few seconds. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    @Override
    public NamedUseCase<?, ?> useCase() {
        return PolicyUseCases.DRIFT;
    }

    @Override
    public JsonNode request(Sources sources) {
        PolicyDocuments documents = new PolicyDocuments(InstantSource.fixed(sources.now()));
        return RecordTree.of(new CheckPolicyDrift.Request(
                environment,
                files.map(named -> documents.read(List.of(sources.file(named)))).orElse(List.of())));
    }

    @Override
    public List<ScheduleFinding> findings(JsonNode result) {
        CheckPolicyDrift.Result found = RecordReader.read(result, CheckPolicyDrift.Result.class);
        List<ScheduleFinding> findings = new ArrayList<>();
        PolicyStatus.Result status = found.status();
        if (status.generation() == 0) {
            findings.add(new ScheduleFinding(
                    "environment " + environment,
                    "enforces nothing: nothing was ever activated there",
                    "agentctl policy activate POLICY@VERSION --environment " + environment));
        } else if (status.runtimes().isEmpty()) {
            findings.add(new ScheduleFinding(
                    "runtimes of " + environment,
                    "report nothing: nobody is known to enforce generation " + status.generation(),
                    "Are runtimes running, and may they write to the policies' table?"));
        }
        status.runtimes().forEach(runtime -> runtime(runtime).ifPresent(findings::add));
        found.differences().stream().map(this::difference).forEach(findings::add);
        return findings;
    }

    private Optional<ScheduleFinding> runtime(PolicyStatus.Line runtime) {
        String next = "agentctl policy status --environment " + environment + " shows it; its log says why.";
        if (runtime.silent().compareTo(SILENCE) > 0) {
            return Optional.of(new ScheduleFinding(
                    "runtime " + runtime.id(),
                    "has reported nothing for over " + SILENCE.toMinutes() + " minutes; it enforced generation "
                            + runtime.generation() + " then",
                    next));
        }
        return runtime.behind() == 0
                ? Optional.empty()
                : Optional.of(new ScheduleFinding(
                        "runtime " + runtime.id(),
                        "enforces generation " + runtime.generation() + ", which is " + runtime.behind() + " behind"
                                + runtime.problem()
                                        .map(problem -> ": " + problem)
                                        .orElse(""),
                        next));
    }

    private ScheduleFinding difference(Difference difference) {
        String policy = "policy " + difference.policy();
        String version = difference.version().map(number -> "version " + number).orElse("");
        return switch (difference.kind()) {
            case NOT_IN_FORCE ->
                new ScheduleFinding(
                        policy,
                        "is in " + difference.file() + " and not in force in " + environment,
                        "agentctl policy publish " + difference.file() + ", then agentctl policy activate");
            case OTHER_CONTENT ->
                new ScheduleFinding(
                        policy,
                        version + " is in force in " + environment + ", and " + difference.file()
                                + " says something else",
                        "agentctl policy diff " + difference.file() + " shows what.");
            case WITHOUT_FILE ->
                new ScheduleFinding(
                        policy,
                        version + " is in force in " + environment + ", and there is no file of it",
                        "agentctl policy show " + difference.policy() + " shows it.");
        };
    }

    @Override
    public String text() {
        return "policies in force in " + environment
                + files.map(file -> " against " + file).orElse("");
    }
}
