package io.agentctl.control.performance.load;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.http.Origin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where a target is now. A name is resolved when the run starts and every minute after, as load balancers move;
 * connections go to the addresses that were looked at here and to no other, so that no name can lead elsewhere later.
 */
public final class Addresses {

    private final Origin origin;
    private final AtomicReference<List<InetAddress>> known;

    private Addresses(Origin origin, List<InetAddress> known) {
        this.origin = origin;
        this.known = new AtomicReference<>(known);
    }

    /**
     * Looks a target up.
     *
     * @throws AgentctlException UNREACHABLE if there is no such name, NOT_ALLOWED if it is an address that load must
     *     never go to
     */
    public static Addresses of(Origin origin) {
        try {
            return new Addresses(origin, resolved(origin));
        } catch (UnknownHostException e) {
            throw new AgentctlException(
                    ErrorCode.UNREACHABLE,
                    "there is no host " + origin.bareHost(),
                    "Look whether the URL is right, and whether this machine can resolve the name.",
                    null,
                    e);
        }
    }

    List<InetAddress> now() {
        return known.get();
    }

    /** Looks again; what was known stays if that fails. */
    void refresh() {
        try {
            known.set(resolved(origin));
        } catch (UnknownHostException | AgentctlException ignored) {
            // A resolver that fails for a moment is no reason to end a run.
        }
    }

    private static List<InetAddress> resolved(Origin origin) throws UnknownHostException {
        List<InetAddress> found = List.of(InetAddress.getAllByName(origin.bareHost()));
        found.stream().filter(Addresses::forbidden).findFirst().ifPresent(address -> {
            throw new AgentctlException(
                    ErrorCode.NOT_ALLOWED,
                    origin.bareHost() + " is " + address.getHostAddress()
                            + ", a link-local, metadata or multicast address",
                    "Load is never sent there.");
        });
        return found;
    }

    /**
     * 169.254.0.0/16 and fe80::/10 have the metadata services; AWS's IPv6 one is fd00:ec2::254, beside other services.
     */
    private static boolean forbidden(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean aws = bytes.length == 16
                && bytes[0] == (byte) 0xfd
                && bytes[1] == 0
                && bytes[2] == 0x0e
                && bytes[3] == (byte) 0xc2;
        return address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress() || aws;
    }
}
