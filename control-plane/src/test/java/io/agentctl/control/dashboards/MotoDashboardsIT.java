package io.agentctl.control.dashboards;

import io.agentctl.control.testing.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same against moto, an implementation of AWS that is not ours. */
class MotoDashboardsIT {

    @TempDir
    private Path journal;

    private static MotoServer moto;

    private DashboardBench bench;

    @BeforeAll
    static void startMoto() throws IOException, InterruptedException {
        moto = MotoServer.start(Map.of());
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void emptyMoto() throws IOException, InterruptedException {
        moto.reset();
        bench = new DashboardBench(moto.endpoint(), journal);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void appliedTwiceTheSecondTimeThereIsNothingToDo() {
        DashboardContract.appliedTwiceTheSecondTimeThereIsNothingToDo(bench);
    }

    @Test
    void undoPutsBackTheBodyByteForByte() {
        DashboardContract.undoPutsBackTheBodyByteForByte(bench);
    }

    @Test
    void aPlanShowsWhatWasEditedByHandWidgetByWidget() {
        DashboardContract.aPlanShowsWhatWasEditedByHandWidgetByWidget(bench);
    }
}
