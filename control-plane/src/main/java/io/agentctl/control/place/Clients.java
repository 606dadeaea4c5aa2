package io.agentctl.control.place;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * The AWS clients of a program that runs several commands: those of one region, endpoint, profile and manner share
 * theirs, with connections, credentials and pace. Safe to use from several threads.
 */
public final class Clients {

    private final Map<AwsSettings, AwsClients> made = new HashMap<>();

    /** The clients of a place, which build themselves when they are first used. */
    public synchronized AwsClients at(Place place) {
        return made.computeIfAbsent(place.awsSettings(), AwsClients::new);
    }

    /** Lets all go, once somebody signed in anew: credentials are read again. What is under way keeps its own. */
    public synchronized void forget() {
        made.clear();
    }
}
