package io.agentctl.runtime;

import java.util.Deque;
import java.util.function.Supplier;

/** Makes a client when it is first asked for, and sees to it that it is closed. Used by one thread. */
final class Shared<C extends AutoCloseable> implements Supplier<C> {

    private final Deque<AutoCloseable> closing;
    private final Supplier<C> maker;
    private C made;

    Shared(Deque<AutoCloseable> closing, Supplier<C> maker) {
        this.closing = closing;
        this.maker = maker;
    }

    @Override
    public C get() {
        if (made == null) {
            made = maker.get();
            closing.push(made);
        }
        return made;
    }
}
