package io.agentctl.control.windows.run;

import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;

/**
 * Says whose progress it is, where many services are moved at once.
 *
 * @param name of the service
 * @param whole hears of all of them
 */
record NamedProgress(String name, ProgressListener whole) implements ProgressListener {

    @Override
    public void on(ProgressEvent event) {
        whole.on(
                switch (event) {
                    case ProgressEvent.Note note -> new ProgressEvent.Note(name + ": " + note.text());
                    case ProgressEvent.Advance advance -> advance;
                    case ProgressEvent.Course course -> course;
                });
    }

    @Override
    public Cancellation cancellation() {
        return whole.cancellation();
    }
}
