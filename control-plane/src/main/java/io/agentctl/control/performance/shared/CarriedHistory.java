package io.agentctl.control.performance.shared;

import io.agentctl.control.UseCase;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResultReader;
import io.agentctl.control.performance.history.KeepResult;
import io.agentctl.control.performance.history.KeptResult;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.progress.ProgressListener;

/** The history that a team shares, wherever its use cases are carried out. */
public final class CarriedHistory implements ResultHistory {

    private final UseCase<ReadResults.Request, ReadResults.Result> reading;
    private final UseCase<ShareResult.Request, KeepResult.Kept> sharing;

    public CarriedHistory(
            UseCase<ReadResults.Request, ReadResults.Result> reading,
            UseCase<ShareResult.Request, KeepResult.Kept> sharing) {
        this.reading = reading;
        this.sharing = sharing;
    }

    @Override
    public String place() {
        return "the team's table";
    }

    @Override
    public String keep(LoadResult result) {
        return sharing.run(new ShareResult.Request(RecordTree.document(result)), ProgressListener.SILENT)
                .file();
    }

    @Override
    public Contents read() {
        ReadResults.Result found = reading.run(new ReadResults.Request(), ProgressListener.SILENT);
        return new Contents(found.results().stream().map(CarriedHistory::kept).toList(), found.passedOver());
    }

    private static KeptResult kept(ReadResults.Kept kept) {
        return new KeptResult(kept.name(), LoadResultReader.read(kept.name(), JsonText.write(kept.document())));
    }
}
