package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what an environment should enforce with what runtimes do, and with files such as those of a repository,
 * where there are some.
 */
public final class CheckPolicyDrift implements UseCase<CheckPolicyDrift.Request, CheckPolicyDrift.Result> {

    /**
     * What is compared.
     *
     * @param documents what should be in force; nothing if that is not to be looked at
     */
    public record Request(String environment, List<CheckedDocument> documents) {
        public Request {
            documents = List.copyOf(documents);
        }
    }

    /**
     * What was found.
     *
     * @param status what is in force, and which runtimes enforce it
     * @param differences from the files
     */
    public record Result(PolicyStatus.Result status, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /** How a policy in force differs from the files. */
    public enum Kind {
        /** There is a file, and no version is in force. */
        NOT_IN_FORCE,
        /** The version in force has another content than the file. */
        OTHER_CONTENT,
        /** A version is in force, and there is no file. */
        WITHOUT_FILE
    }

    /**
     * A difference.
     *
     * @param file which; empty if there is none
     * @param version that is in force, if one is
     */
    public record Difference(PolicyId policy, Kind kind, String file, Optional<Long> version) {}

    private final Policies policies;
    private final PolicyStatus status;

    public CheckPolicyDrift(Policies policies, PolicyStatus status) {
        this.policies = policies;
        this.status = status;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        PolicyStatus.Result now = status.run(request.environment(), progress);
        if (request.documents().isEmpty()) {
            return new Result(now, List.of());
        }
        PolicyHead head = policies.ask("read what is in force", store -> store.head(request.environment()));
        return new Result(now, differences(request.documents(), head));
    }

    private static List<Difference> differences(List<CheckedDocument> documents, PolicyHead head) {
        Map<PolicyId, PolicyHead.Entry> inForce =
                head.entries().stream().collect(Collectors.toMap(PolicyHead.Entry::policy, Function.identity()));
        List<Difference> differences = new ArrayList<>();
        for (CheckedDocument document : documents) {
            PolicyHead.Entry entry = inForce.remove(document.policy());
            if (entry == null) {
                differences.add(
                        new Difference(document.policy(), Kind.NOT_IN_FORCE, document.file(), Optional.empty()));
            } else if (!entry.version().digest().equals(document.digest())) {
                differences.add(new Difference(
                        document.policy(),
                        Kind.OTHER_CONTENT,
                        document.file(),
                        Optional.of(entry.version().number())));
            }
        }
        inForce.values()
                .forEach(entry -> differences.add(new Difference(
                        entry.policy(),
                        Kind.WITHOUT_FILE,
                        "",
                        Optional.of(entry.version().number()))));
        return differences;
    }
}
