package io.agentctl.sandbox.identity;

import io.agentctl.sandbox.ecs.Arns;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Every caller is the same operator, except those who sign with a key of {@link SandboxKeys} that names a role. */
public final class StsEmulation implements StsClient {
    private static final String USER_ID = "AROASANDBOXOPERATOR00:sandbox";

    private final Arns arns;

    /** An emulation in an account. */
    public StsEmulation(Arns arns) {
        this.arns = arns;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
        return GetCallerIdentityResponse.builder()
                .account(arns.account())
                .arn(arns.caller(SandboxKeys.role(request)))
                .userId(USER_ID)
                .build();
    }
}
