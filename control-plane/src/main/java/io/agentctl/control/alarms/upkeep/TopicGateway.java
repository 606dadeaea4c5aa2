package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** Looks for topics. */
final class TopicGateway {

    private final Supplier<SnsClient> sns;
    private final ApiCalls calls;

    TopicGateway(Supplier<SnsClient> sns, ApiCalls calls) {
        this.sns = sns;
        this.calls = calls;
    }

    /** Whether there is a topic; true as well where nobody may look, since CloudWatch takes any. */
    boolean exists(String arn) {
        try {
            calls.call("look for topic " + arn, () -> sns.get().getTopicAttributes(request -> request.topicArn(arn)));
            return true;
        } catch (AgentctlException failure) {
            return !(failure.getCause() instanceof NotFoundException);
        }
    }
}
