package io.agentctl.control.publishing;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.policies.PolicyException;
import io.agentctl.policies.store.PolicyStore;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** The way to the store, with its failures in the words and codes of the control plane. */
public final class Policies {

    private static final int CALLS_IN_FLIGHT = 8;

    private final Supplier<PolicyStore> store;
    private final ApiCalls calls = new ApiCalls(CALLS_IN_FLIGHT);

    /**
     * Makes the way.
     *
     * @param store made when it is first asked
     */
    public Policies(Supplier<PolicyStore> store) {
        this.store = store;
    }

    /**
     * Asks the store.
     *
     * @param doing what for, to follow "could not"
     */
    <T> T ask(String doing, Function<PolicyStore, T> question) {
        return translated(doing, () -> question.apply(store.get()));
    }

    /** Asks something else that fails as the store does. */
    <T> T translated(String doing, Supplier<T> question) {
        return calls.call(doing, () -> {
            try {
                return question.get();
            } catch (PolicyException failure) {
                if (failure.kind() == PolicyException.Kind.UNREACHABLE
                        && failure.getCause() instanceof SdkException refused) {
                    throw refused;
                }
                throw translate(failure);
            }
        });
    }

    static AgentctlException translate(PolicyException failure) {
        ErrorCode code =
                switch (failure.kind()) {
                    case NOT_FOUND -> ErrorCode.NOT_FOUND;
                    case CONFLICT -> ErrorCode.CONFLICT;
                    case BAD_DOCUMENT -> ErrorCode.BAD_DOCUMENT;
                    case NOT_TRUSTED -> ErrorCode.NOT_ALLOWED;
                    case UNREACHABLE -> ErrorCode.UNREACHABLE;
                };
        return new AgentctlException(code, failure.getMessage(), failure.advice(), null, failure);
    }
}
