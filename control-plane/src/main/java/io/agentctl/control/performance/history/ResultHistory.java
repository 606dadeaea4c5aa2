package io.agentctl.control.performance.history;

import io.agentctl.control.performance.LoadResult;
import java.util.List;

/** Where results are kept, each once however often it is given. */
public interface ResultHistory {

    /** Where it is, for people. */
    String place();

    /**
     * Keeps a result.
     *
     * @return what it is called there
     */
    String keep(LoadResult result);

    /** Reads all of it. What is no result is told of and passed over: one that is bad must not hide the others. */
    Contents read();

    /**
     * What was found.
     *
     * @param results the oldest first
     * @param passedOver why something was not read, one sentence each
     */
    record Contents(List<KeptResult> results, List<String> passedOver) {

        public Contents {
            results = List.copyOf(results);
            passedOver = List.copyOf(passedOver);
        }
    }
}
