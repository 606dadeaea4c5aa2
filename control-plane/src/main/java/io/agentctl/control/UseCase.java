package io.agentctl.control;

import io.agentctl.control.progress.ProgressListener;

/**
 * One thing a user can ask for, from a request record to a result record. Commands know this interface alone, so they
 * cannot tell whether the work happens in this process or in a control plane.
 *
 * @param <Q> the request
 * @param <R> the result
 */
@FunctionalInterface
public interface UseCase<Q, R> {

    /**
     * Carries out the request.
     *
     * @param request what is asked
     * @param progress hears what happens on the way; never the place for results
     * @return the result
     * @throws io.agentctl.control.error.AgentctlException if it failed, with the code that decides the exit code
     */
    R run(Q request, ProgressListener progress);
}
