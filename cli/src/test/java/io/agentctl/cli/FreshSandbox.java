package io.agentctl.cli;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox for all tests of a class; each finds it as it was at first, and with no call noted. */
public final class FreshSandbox implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final World world;
    private Sandbox sandbox;

    /** @param world what is in it */
    public FreshSandbox(World world) {
        this.world = world;
    }

    /** The sandbox, while tests run. */
    public Sandbox get() {
        return sandbox;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        sandbox = Sandbox.start(world);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        sandbox.reset();
        sandbox.calls().clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        sandbox.close();
    }
}
