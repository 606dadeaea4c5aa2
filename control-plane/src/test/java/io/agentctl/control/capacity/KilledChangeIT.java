package io.agentctl.control.capacity;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of tables are killed against the sandbox, whose updates take a while and lose what scales a table. */
class KilledChangeIT {

    /** At every so manieth boundary; the extended run takes them all. */
    private static final int STRIDE = 13;

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(world(true));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = KilledChange.class,
            names = {"TO_PROVISIONED", "TO_ON_DEMAND", "AUTOSCALE"})
    void whereItIsKilledUndoAndResumeEndRight(KilledChange change) throws Exception {
        course(change).sampled(STRIDE);
    }

    @ParameterizedTest
    @EnumSource(KilledChange.class)
    @Tag("extended")
    void whereverItIsKilledUndoAndResumeEndRight(KilledChange change) throws Exception {
        System.getLogger(KilledChangeIT.class.getName())
                .log(System.Logger.Level.INFO, change + ": " + course(change).everywhere() + " boundaries");
    }

    private KillCourse course(KilledChange change) {
        World world = world(change != KilledChange.TO_FIXED);
        return new KillCourse(folder, sandbox.endpoint(), () -> sandbox.load(world), change);
    }

    private static World world(boolean scalingLost) {
        return World.parse(
                """
                seed: 7
                history: 4h
                dynamodb: {updating: 20ms, scalingLostOnSwitch: %s}
                tables:
                  - name: orders
                    mode: provisioned
                    read: 20
                    write: 10
                    key: pk
                    indexes: [{name: by-owner, key: owner, read: 20, write: 10}]
                    scaling: {read: {min: 5, max: 100}, write: {min: 5, max: 50, target: 60}}
                  - name: carts
                    key: pk
                    traffic: {reads: 20, writes: 5, noise: 0}
                    indexes: [{name: by-owner, key: owner}]
                """
                        .formatted(scalingLost),
                Path.of("."));
    }
}
