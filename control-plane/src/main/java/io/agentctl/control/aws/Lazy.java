package io.agentctl.control.aws;

import java.util.function.Supplier;

/**
 * A value made on first use, once, whichever thread asks first.
 *
 * @param <T> what it makes
 */
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private T value;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }

    synchronized boolean made() {
        return value != null;
    }
}
