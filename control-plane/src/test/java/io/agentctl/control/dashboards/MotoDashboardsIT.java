package io.agentctl.control.dashboards;

import io.agentctl.control.testing.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same against moto, an implementation of AWS that is not ours. */
class MotoDashboardsIT {

    @TempDir
    private Path journal;

    private MotoServer moto;
    private DashboardBench bench;

    @BeforeEach
    void startMoto() throws IOException, InterruptedException {
        moto = MotoServer.start(Map.of());
        bench = new DashboardBench(moto.endpoint(), journal);
    }

    @AfterEach
    void stop() {
        if (moto != null) {
            bench.close();
            moto.close();
        }
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
