package io.agentctl.policies.store;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Turns the answers to transactions that took effect into failures of the service. */
final class LostAnswers implements ExecutionInterceptor {

    private final AtomicInteger toLose = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    void lose(int answers) {
        toLose.set(answers);
    }

    int lost() {
        return lost.get();
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        boolean transaction = context.httpRequest()
                .firstMatchingHeader("X-Amz-Target")
                .orElse("")
                .endsWith("TransactWriteItems");
        if (!transaction || toLose.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            return context.httpResponse();
        }
        lost.incrementAndGet();
        return SdkHttpResponse.builder()
                .headers(context.httpResponse().headers())
                .statusCode(500)
                .build();
    }
}
