package io.agentctl.plane.identity;

/** Whoever can say by whom a request was signed: AWS STS. */
interface IdentityService {

    /**
     * The ARN of whoever signed.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_SIGNED_IN if the signature is not good; UNREACHABLE if
     *     that cannot be told
     */
    String arn(PresignedCheck.Checked request);
}
