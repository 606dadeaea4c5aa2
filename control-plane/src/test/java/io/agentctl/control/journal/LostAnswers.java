package io.agentctl.control.journal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Turns the next good answer into a failure of the service, after the call took effect. */
final class LostAnswers implements ExecutionInterceptor {

    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicInteger lost = new AtomicInteger();

    void loseNext() {
        armed.set(true);
    }

    int lost() {
        return lost.get();
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (!armed.compareAndSet(true, false)) {
            return context.httpResponse();
        }
        lost.incrementAndGet();
        return SdkHttpResponse.builder()
                .headers(context.httpResponse().headers())
                .statusCode(500)
                .build();
    }
}
