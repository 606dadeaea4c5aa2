package io.agentctl.plane.configuration;

import io.agentctl.control.windows.calendar.LocalTimes;
import io.agentctl.control.yaml.Form;
import io.agentctl.plane.schedule.Errand;
import io.agentctl.plane.schedule.Schedule;
import io.agentctl.plane.schedule.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done at its times: a list, each with a name, one of {@code every} and {@code cron}, and one errand. */
final class SchedulesSection {

    private static final List<String> KEYS = List.of("name", "every", "cron", "zone", "windows", "follow", "policies");
    private static final Duration USUAL_FOLLOW = Duration.ofMinutes(10);

    private SchedulesSection() {}

    static List<Schedule> read(Form root) {
        List<Schedule> schedules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Form form : root.forms("schedules", KEYS)) {
            form.needs("name", "a schedule needs a 'name'");
            Optional<String> name = form.text("name");
            if (name.isPresent() && !names.add(name.get())) {
                form.wrong("name", "there are two schedules " + name.get());
            }
            Optional<Timing> timing = timing(form);
            Optional<Errand> errand = errand(form);
            if (name.isPresent() && timing.isPresent() && errand.isPresent()) {
                schedules.add(new Schedule(name.get(), timing.get(), errand.get()));
            }
        }
        return schedules;
    }

    private static Optional<Timing> timing(Form form) {
        if (form.has("every") == form.has("cron")) {
            form.wrong("name", "a schedule has either 'every' or 'cron'");
            return Optional.empty();
        }
        if (form.has("every")) {
            return Optional.of(new Timing.Every(
                    Values.duration(form, "every", Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofDays(7))));
        }
        ZoneId zone = form.value("zone", ZoneId::of, "a time zone such as Europe/Berlin")
                .orElse(ZoneOffset.UTC);
        return form.value(
                "cron",
                text -> new Timing.Cron(text, LocalTimes.parse(text), zone),
                "five fields, such as 0 20 * * MON-FRI");
    }

    private static Optional<Errand> errand(Form form) {
        if (form.has("windows") == form.has("policies")) {
            form.wrong("name", "a schedule has either 'windows' or 'policies'");
            return Optional.empty();
        }
        if (form.has("windows")) {
            Duration follow = Values.duration(form, "follow", USUAL_FOLLOW, Duration.ZERO, Duration.ofHours(1));
            return form.value("windows", Path::of, "a path").map(file -> new Errand.Windows(file, follow));
        }
        return form.text("policies").map(Errand.Policies::new);
    }
}
