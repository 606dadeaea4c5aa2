package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.lambda.ObservedAlias;
import io.agentctl.control.lambda.ObservedFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may be kept ready, found before anything is written. Source of the rules: Lambda Developer Guide, "Configuring
 * provisioned concurrency for a function" and "Understanding Lambda function scaling".
 */
final class ConcurrencyLimits {

    /** What must stay for functions without a reservation; 10 where the quota is that small. */
    private static final int LEAST_UNRESERVED = 100;

    private static final int LEAST_UNRESERVED_OF_SMALL = 10;

    private ConcurrencyLimits() {}

    /**
     * Requires that environments can be kept ready for a target at all.
     *
     * @throws AgentctlException USAGE for {@code $LATEST}; NOT_FOUND, naming the near ones; CONFLICT for a weighted
     *     alias, one of {@code $LATEST}, and where the version has some under another name
     */
    static void requireTarget(ObservedConcurrency observed, ConcurrencyTarget target) {
        if (target.latest()) {
            throw onLatest(target);
        }
        ObservedFunction function = observed.function();
        Optional<ObservedAlias> alias = observed.alias(target);
        if (alias.isEmpty() && !function.versions().contains(target.qualifier())) {
            throw notFound(function, target);
        }
        if (alias.isPresent() && alias.get().weighted()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "alias " + target.qualifier() + " of " + function.name() + " shares its calls between versions ("
                            + alias.get().version() + " and " + alias.get().weights()
                            + "): nothing can be kept ready for it",
                    "End that roll-out first, or keep environments ready for a version.");
        }
        if (alias.isPresent() && alias.get().version().equals(ConcurrencyTarget.LATEST)) {
            throw onLatest(target);
        }
        String version = alias.map(ObservedAlias::version).orElse(target.qualifier());
        for (KeptReady other : observed.ready()) {
            boolean sameVersion = versionOf(function, other.qualifier()).equals(version);
            boolean bothAliases =
                    alias.isPresent() && function.alias(other.qualifier()).isPresent();
            if (sameVersion && !bothAliases && !other.qualifier().equals(target.qualifier())) {
                throw new AgentctlException(
                        ErrorCode.CONFLICT,
                        "version " + version + " of " + function.name() + " has " + other.requested()
                                + " environments kept ready as " + other.qualifier()
                                + "; Lambda does not keep more for it as " + target.qualifier(),
                        "Clear those first: agentctl lambda concurrency clear " + function.name() + ":"
                                + other.qualifier());
            }
        }
    }

    /** How many can be kept ready for a target at most; 0 or less if there is no room for one. */
    static int most(ObservedConcurrency observed, ConcurrencyTarget target) {
        ObservedFunction function = observed.function();
        if (function.reservedConcurrency().isPresent()) {
            return function.reservedConcurrency().getAsInt() - observed.requestedBesides(target.qualifier());
        }
        return observed.account().unreserved() - leastUnreserved(observed) + present(observed, target);
    }

    /**
     * Requires that there is room.
     *
     * @throws AgentctlException CONFLICT, with the figures
     */
    static void requireRoom(ObservedConcurrency observed, ConcurrencyTarget target, int wanted) {
        int most = most(observed, target);
        if (wanted <= most) {
            return;
        }
        ObservedFunction function = observed.function();
        boolean reserved = function.reservedConcurrency().isPresent();
        int besides = observed.requestedBesides(target.qualifier());
        String figures = reserved
                ? function.name() + " reserves "
                        + function.reservedConcurrency().getAsInt() + " at once"
                        + (besides == 0 ? "" : ", of which " + besides + " are kept ready for others")
                : "of the account's " + observed.account().limit() + " at once "
                        + observed.account().unreserved() + " are neither reserved nor kept ready, and "
                        + leastUnreserved(observed) + " must stay so";
        throw new AgentctlException(
                ErrorCode.CONFLICT,
                "cannot keep " + wanted + " ready for " + target + ": " + figures + ", so " + Math.max(0, most)
                        + " at most can be",
                reserved
                        ? "Keep fewer ready, or raise the function's reserved concurrency first."
                        : "Keep fewer ready, or ask AWS for a higher quota of concurrent executions.");
    }

    private static int leastUnreserved(ObservedConcurrency observed) {
        return observed.account().limit() > LEAST_UNRESERVED ? LEAST_UNRESERVED : LEAST_UNRESERVED_OF_SMALL;
    }

    private static int present(ObservedConcurrency observed, ConcurrencyTarget target) {
        return observed.ready(target.qualifier()).map(KeptReady::requested).orElse(0);
    }

    private static String versionOf(ObservedFunction function, String qualifier) {
        return function.alias(qualifier).map(ObservedAlias::version).orElse(qualifier);
    }

    private static AgentctlException onLatest(ConcurrencyTarget target) {
        return new AgentctlException(
                ErrorCode.USAGE,
                "nothing can be kept ready for $LATEST, which " + target + " is",
                "Publish a version, point an alias at it, and name that: " + target.function() + ":live");
    }

    private static AgentctlException notFound(ObservedFunction function, ConcurrencyTarget target) {
        List<String> names = new ArrayList<>();
        function.aliases().forEach(alias -> names.add(alias.name()));
        names.addAll(function.versions());
        return new AgentctlException(
                ErrorCode.NOT_FOUND,
                function.name() + " has no alias or version " + target.qualifier(),
                names.isEmpty()
                        ? "It has none at all: publish a version first."
                        : (Suggestions.sentence(target.qualifier(), names) + " It has: " + String.join(", ", names))
                                .strip());
    }
}
