package io.agentctl.control.journal;

import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;

/**
 * Another listener, with a cancellation that is also requested when the operation may not be worked on any more.
 *
 * @param listener hears everything
 * @param cancellation what handlers look at
 */
record StoppableProgress(ProgressListener listener, Cancellation cancellation) implements ProgressListener {

    @Override
    public void on(ProgressEvent event) {
        listener.on(event);
    }
}
