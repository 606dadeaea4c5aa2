package io.agentctl.control.capacity;

/**
 * How one operation was used on a table.
 *
 * @param operation such as {@code Scan}
 * @param requests how many succeeded
 * @param meanMillis how long they took on average; 0 without requests
 * @param meanItems how many items one returned on average; 0 where that is not measured
 */
public record OperationUse(String operation, long requests, double meanMillis, double meanItems) {

    double items() {
        return requests * meanItems;
    }
}
