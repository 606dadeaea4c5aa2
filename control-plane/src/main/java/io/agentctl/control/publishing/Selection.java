package io.agentctl.control.publishing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.PolicyVersion;
import java.util.List;
import java.util.Optional;

/** Finds what users name. */
final class Selection {

    private Selection() {}

    /**
     * A version of a policy.
     *
     * @param number empty for the newest
     * @throws AgentctlException NOT_FOUND, naming policies that are spelled nearly so
     */
    static PolicyVersion version(Policies policies, PolicyId policy, Optional<Long> number) {
        return policies.ask("read policy " + policy, store -> find(store, policy, number))
                .orElseThrow(() -> missing(policies, policy, number));
    }

    private static Optional<PolicyVersion> find(PolicyStore store, PolicyId policy, Optional<Long> number) {
        return number.isPresent()
                ? store.version(policy, number.get())
                : store.newest(policy)
                        .flatMap(newest -> store.version(policy, newest.ref().digest()));
    }

    static AgentctlException missing(Policies policies, PolicyId policy, Optional<Long> number) {
        List<String> all = policies.ask("list policies", PolicyStore::list).stream()
                .map(line -> line.policy().value())
                .toList();
        if (all.contains(policy.value())) {
            return new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "policy " + policy + " has no version "
                            + number.map(String::valueOf).orElse(""),
                    "agentctl policy history " + policy + " shows those there are");
        }
        return new AgentctlException(
                ErrorCode.NOT_FOUND,
                "there is no policy " + policy + " in the store",
                (Suggestions.sentence(policy.value(), all) + " agentctl policy list shows those there are.").strip());
    }

    /** What a head becomes, with refusals in the control plane's words. */
    static PolicyHead changed(PolicyHead head, List<HeadChange> changes) {
        try {
            return head.with(changes);
        } catch (PolicyException refused) {
            throw Policies.translate(refused);
        }
    }

    static String why(String reason, String otherwise) {
        return reason.isBlank() ? otherwise : reason;
    }
}
