package io.agentctl.sandbox;

import java.lang.reflect.InvocationTargetException;

/** The signal that a closing terminal sends. */
final class Hangup {
    private Hangup() {}

    /** Lets the process outlive its terminal; on platforms without the signal there is nothing to do. */
    static void ignore() {
        try {
            // By name, because compiling against the only API for signals warns, and warnings are errors here.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object hangup = signal.getConstructor(String.class).newInstance("HUP");
            signal.getMethod("handle", signal, handler)
                    .invoke(null, hangup, handler.getField("SIG_IGN").get(null));
        } catch (InvocationTargetException ignored) {
            // Windows has no SIGHUP; under nohup the JVM has left it ignored already.
            return;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM has no signals", e);
        }
    }
}
