package io.agentctl.plane.configuration;

import io.agentctl.control.windows.calendar.LocalTimes;
import io.agentctl.control.yaml.Form;
import io.agentctl.plane.errand.Errand;
import io.agentctl.plane.schedule.Schedule;
import io.agentctl.plane.schedule.Timing;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is done at its times: a list, each with a name, one of {@code every} and {@code cron}, and one errand. */
final class SchedulesSection {

    /** Who is told of findings; at the root, for all schedules that say nothing else. */
    static final String NOTIFY = "notify";

    private static final List<String> KEYS = Stream.concat(
                    Stream.of("name", "every", "cron", "zone", NOTIFY), ErrandReader.keys().stream())
            .toList();
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern TOPIC = Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}");

    private SchedulesSection() {}

    static List<Schedule> read(Form root) {
        List<Schedule> schedules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Optional<String> usual = topic(root);
        for (Form form : root.forms("schedules", KEYS)) {
            form.needs("name", "a schedule needs a 'name'");
            Optional<String> name =
                    form.value("name", SchedulesSection::name, "1 to 64 lower-case letters, digits and hyphens");
            if (name.isPresent() && !names.add(name.get())) {
                form.wrong("name", "there are two schedules " + name.get());
            }
            Optional<Timing> timing = timing(form);
            Optional<Errand> errand = ErrandReader.read(form);
            Optional<String> topic = topic(form).or(() -> usual);
            if (name.isPresent() && timing.isPresent() && errand.isPresent()) {
                schedules.add(new Schedule(name.get(), timing.get(), errand.get(), topic));
            }
        }
        return schedules;
    }

    /** Grants name it, and a pattern in a name would fit others. */
    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Optional<String> topic(Form form) {
        return form.value(
                NOTIFY,
                text -> {
                    if (!TOPIC.matcher(text).matches()) {
                        throw new IllegalArgumentException(text);
                    }
                    return text;
                },
                "the ARN of an SNS topic, such as arn:aws:sns:eu-central-1:111122223333:on-call");
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
}
