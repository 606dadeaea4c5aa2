package io.agentctl.control.lambda;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Finds out whether a sweep may make all of its calls, before it makes the first that changes something. Each is made
 * in a form that cannot take effect (under a revision that there never was, on a version or alias that cannot be
 * there), for permission is checked before anything else.
 */
final class SweepPermissions {

    /** No function has had so many versions. */
    private static final String NO_VERSION = "999999999";

    private static final String NO_ALIAS = "agentctl-may-i";
    private static final String NO_REVISION = "00000000-0000-0000-0000-000000000000";

    private final Supplier<LambdaClient> lambda;
    private final ApiCalls calls;

    SweepPermissions(Supplier<LambdaClient> lambda, ApiCalls calls) {
        this.lambda = lambda;
        this.calls = calls;
    }

    /**
     * Tries every call.
     *
     * @throws AgentctlException NOT_ALLOWED, naming all that are refused
     */
    void require(FunctionName name) {
        List<String> refused = new ArrayList<>();
        AgentctlException first = null;
        for (Map.Entry<String, Runnable> probe : probes(name.value()).entrySet()) {
            try {
                attempt(probe.getKey(), probe.getValue());
            } catch (AgentctlException fault) {
                if (fault.code() != ErrorCode.NOT_ALLOWED) {
                    throw fault;
                }
                first = first == null ? fault : first;
                refused.add("lambda:" + probe.getKey());
            }
        }
        if (first != null) {
            throw new AgentctlException(
                    ErrorCode.NOT_ALLOWED,
                    "not allowed: " + String.join(", ", refused) + " on " + name + "; nothing was changed",
                    "Ask for these permissions, or use another profile with --profile.",
                    first.requestId().orElse(null),
                    first);
        }
    }

    private void attempt(String operation, Runnable probe) {
        calls.call("make sure that it may call " + operation, () -> {
            try {
                probe.run();
                return true;
            } catch (PreconditionFailedException
                    | ResourceNotFoundException
                    | ResourceConflictException
                    | InvalidParameterValueException allowed) {
                return true;
            }
        });
    }

    private Map<String, Runnable> probes(String function) {
        Map<String, Runnable> probes = new LinkedHashMap<>();
        probes.put("UpdateFunctionConfiguration", () -> lambda.get()
                .updateFunctionConfiguration(
                        request -> request.functionName(function).revisionId(NO_REVISION)));
        probes.put("PublishVersion", () -> lambda.get()
                .publishVersion(request -> request.functionName(function).revisionId(NO_REVISION)));
        probes.put("CreateAlias", () -> lambda.get()
                .createAlias(
                        request -> request.functionName(function).name(NO_ALIAS).functionVersion(NO_VERSION)));
        probes.put("DeleteAlias", () -> lambda.get()
                .deleteAlias(request -> request.functionName(function).name(NO_ALIAS)));
        probes.put("DeleteFunction", () -> lambda.get()
                .deleteFunction(request -> request.functionName(function).qualifier(NO_VERSION)));
        probes.put("InvokeFunction", () -> lambda.get()
                .invoke(request -> request.functionName(function).invocationType(InvocationType.DRY_RUN)));
        return probes;
    }
}
