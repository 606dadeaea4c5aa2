package io.agentctl.control.performance.watch;

import io.agentctl.control.aws.ApiCalls;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sns.SnsClient;

/** Publishes to SNS topics. */
public final class TopicGateway {

    /** SNS takes subjects of up to 100 characters; source: SNS service model, Publish. */
    private static final int SUBJECT = 100;

    private final Supplier<SnsClient> sns;
    private final ApiCalls calls;

    public TopicGateway(Supplier<SnsClient> sns, ApiCalls calls) {
        this.sns = sns;
        this.calls = calls;
    }

    /** Publishes a message; the subject is cut to what SNS takes. */
    public void publish(String topic, String subject, String message) {
        String fitting = subject.substring(0, Math.min(SUBJECT, subject.length()));
        calls.call("publish to " + topic, () -> sns.get()
                .publish(request -> request.topicArn(topic).subject(fitting).message(message)));
    }
}
