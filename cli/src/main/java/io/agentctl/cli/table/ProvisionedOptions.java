package io.agentctl.cli.table;

import io.agentctl.control.capacity.Mode;
import io.agentctl.control.capacity.ProvisionedWish;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import picocli.CommandLine.Option;

/** How a table is to be provided for once it is provisioned. */
final class ProvisionedOptions {

    @Option(
            names = "--target",
            paramLabel = "PERCENT",
            converter = TargetConverter.class,
            description = "Provisioned, have all of it scale and aim at this share in use; default: what scaled goes on"
                    + " so, and of the rest each is fixed or scales, as is cheaper.")
    private Integer target;

    @Option(names = "--fixed", description = "Provisioned, keep the same throughput at all times, and scale nothing.")
    private boolean fixed;

    /** Refuses what does not go with a mode, or with one another. */
    void requireMode(Mode mode) {
        if (mode == Mode.ON_DEMAND && (target != null || fixed)) {
            throw usage((fixed ? "--fixed" : "--target") + " goes with --to provisioned: on demand nothing scales");
        }
        if (target != null && fixed) {
            throw usage("--target and --fixed exclude each other: what is fixed does not scale");
        }
    }

    ProvisionedWish wish() {
        if (fixed) {
            return new ProvisionedWish.Fixed();
        }
        return target == null ? new ProvisionedWish.Cheapest() : new ProvisionedWish.Scaled(target);
    }

    private static AgentctlException usage(String message) {
        return new AgentctlException(ErrorCode.USAGE, message, "See: agentctl table switch --help");
    }
}
