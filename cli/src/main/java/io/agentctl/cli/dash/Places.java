package io.agentctl.cli.dash;

import io.agentctl.control.overview.AlarmLine;
import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.Curves.FunctionCurves;
import io.agentctl.control.overview.Curves.TableCurves;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.overview.Snapshot.AlarmBoard;
import io.agentctl.control.overview.Snapshot.ServiceState;
import io.agentctl.control.slo.report.ObjectiveReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Where one can jump: to a pane, or to something in one. */
final class Places {

    private Places() {}

    /**
     * A place.
     *
     * @param name what is typed to get there
     * @param filter what is shown of the pane then; empty for all of it
     */
    record Place(String name, Pane pane, String filter) {}

    /** The place of this name, or else the first whose name begins with it, or else the first that contains it. */
    static Optional<Place> named(String wanted, Snapshot snapshot) {
        String typed = wanted.toLowerCase(Locale.ROOT);
        return Stream.<BiPredicate<String, String>>of(String::equals, String::startsWith, String::contains)
                .flatMap(fits ->
                        all(snapshot).filter(place -> fits.test(place.name().toLowerCase(Locale.ROOT), typed)))
                .findFirst();
    }

    static List<String> names(Snapshot snapshot) {
        return all(snapshot).map(Place::name).toList();
    }

    private static Stream<Place> all(Snapshot snapshot) {
        return Stream.of(
                        Stream.of(Pane.values()).map(pane -> new Place(pane.title(), pane, "")),
                        snapshot.services().value().stream()
                                .flatMap(List::stream)
                                .map(ServiceState::service)
                                .map(name -> new Place(name, Pane.SERVICES, name)),
                        snapshot.curves().get(Curves::functions).stream()
                                .flatMap(List::stream)
                                .map(FunctionCurves::function)
                                .map(name -> new Place(name, Pane.FUNCTIONS, name)),
                        snapshot.curves().get(Curves::tables).stream()
                                .flatMap(List::stream)
                                .map(TableCurves::table)
                                .distinct()
                                .map(name -> new Place(name, Pane.TABLES, name)),
                        snapshot.objectives().value().stream()
                                .flatMap(List::stream)
                                .map(ObjectiveReport::name)
                                .map(name -> new Place(name, Pane.OBJECTIVES, name)),
                        snapshot.alarms().get(AlarmBoard::ringing).stream()
                                .flatMap(List::stream)
                                .map(AlarmLine::name)
                                .map(name -> new Place(name, Pane.ALARMS, name)))
                .flatMap(places -> places);
    }
}
