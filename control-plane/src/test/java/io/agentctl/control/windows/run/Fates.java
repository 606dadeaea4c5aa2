package io.agentctl.control.windows.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ecs.model.EcsException;

/** What becomes of calls: they go well, are throttled, lose their answers, or the process dies before or after one. */
final class Fates {

    /** The process is gone: nothing that follows in it happens. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What to tell of a death, also of one in a thread; anything else is thrown again. */
    static String killed(Throwable end) {
        if (end instanceof Killed || end.getCause() instanceof Killed) {
            return "killed";
        }
        throw new IllegalStateException(end);
    }

    private final Random random;
    private final double throttled;
    private final double lost;
    private int callsToLive;
    private boolean dead;

    private Fates(Random random, double throttled, double lost, int callsToLive) {
        this.random = random;
        this.throttled = throttled;
        this.lost = lost;
        this.callsToLive = callsToLive;
    }

    /** All goes well. */
    static Fates good() {
        return new Fates(new Random(0), 0, 0, Integer.MAX_VALUE);
    }

    /** Some calls are throttled, some lose their answers. */
    static Fates bad(Random random) {
        return new Fates(random, 0.15, 0.1, Integer.MAX_VALUE);
    }

    /** The process dies at a call. */
    static Fates deadly(Random random, int callsToLive) {
        return new Fates(random, 0, 0, callsToLive);
    }

    /** Lets calls of AWS meet their fates. */
    <T> T aws(Class<T> type, T client) {
        return around(type, client, true);
    }

    /** Lets calls of a store meet theirs: it is not throttled, but the process may die at it. */
    <T> T store(Class<T> type, T store) {
        return around(type, store, false);
    }

    private <T> T around(Class<T> type, T target, boolean aws) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean after = before(aws);
                    Object answer;
                    try {
                        answer = method.invoke(target, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                    after(aws, after);
                    return answer;
                }));
    }

    /** Whether the process dies after the call rather than before it. */
    private synchronized boolean before(boolean aws) {
        if (dead) {
            throw new Killed();
        }
        callsToLive--;
        boolean dies = callsToLive == 0;
        dead = dies;
        if (dies && random.nextBoolean()) {
            throw new Killed();
        }
        if (aws && random.nextDouble() < throttled) {
            throw EcsException.builder()
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ThrottlingException")
                            .errorMessage("Rate exceeded")
                            .build())
                    .build();
        }
        return dies;
    }

    private synchronized void after(boolean aws, boolean dies) {
        if (dies) {
            throw new Killed();
        }
        if (aws && random.nextDouble() < lost) {
            throw SdkClientException.create("the answer was lost");
        }
    }
}
