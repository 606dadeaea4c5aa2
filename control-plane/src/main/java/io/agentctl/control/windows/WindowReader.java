package io.agentctl.control.windows;

import io.agentctl.control.windows.Selector.Named;
import io.agentctl.control.windows.Selector.Tagged;
import io.agentctl.control.windows.calendar.Holidays;
import io.agentctl.control.windows.calendar.LocalTimes;
import io.agentctl.control.windows.calendar.Schedule;
import io.agentctl.control.windows.calendar.Span;
import io.agentctl.control.windows.calendar.WindowCalendar;
import io.agentctl.control.windows.calendar.ZoneTimes;
import io.agentctl.control.yaml.Mapping;
import io.agentctl.control.yaml.Node;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one window. */
final class WindowReader {

    static final List<String> KEYS = List.of(
            "name",
            "timeZone",
            "services",
            "tags",
            "sleep",
            "wake",
            "days",
            "from",
            "to",
            "overnight",
            "desired",
            "enforce",
            "exceptions");

    private static final List<String> EXCEPTION_KEYS = List.of("from", "to", "state", "reason");
    private static final List<String> DAYS_KEYS = List.of("days", "from", "to", "overnight");
    private static final String CRON = "a cron expression of five fields such as '0 20 * * MON-FRI'";
    private static final String TIME = "a time such as \"20:00\"";
    private static final int MOST_TASKS = 5_000;

    private final ZoneId usual;
    private final Holidays holidays;

    WindowReader(ZoneId usual, Holidays holidays) {
        this.usual = usual;
        this.holidays = holidays;
    }

    Window read(Mapping mapping) {
        String name = mapping.text("name").orElseThrow(() -> mapping.wrong("name", "a window needs a 'name'"));
        ZoneId zone = WindowFileReader.zone(mapping).orElse(usual);
        int floor = mapping.value("desired", WindowReader::count, "a number of tasks, 0 to " + MOST_TASKS)
                .orElse(0);
        boolean enforce =
                mapping.value("enforce", WindowReader::truth, "true or false").orElse(false);
        WindowCalendar calendar = new WindowCalendar(
                schedule(mapping, new ZoneTimes(zone)),
                holidays,
                mapping.mappings("exceptions", EXCEPTION_KEYS).stream()
                        .map(exception -> exception(exception, zone))
                        .toList());
        return new Window(name, selector(mapping), calendar, floor, enforce, places(mapping));
    }

    private static WindowPlaces places(Mapping mapping) {
        return new WindowPlaces(
                mapping.position("name"),
                mapping.position(mapping.has("tags") ? "tags" : "services"),
                mapping.position(mapping.has("sleep") ? "sleep" : "from"),
                mapping.position(mapping.has("wake") ? "wake" : "to"));
    }

    private static Selector selector(Mapping mapping) {
        Optional<List<String>> services = mapping.texts("services");
        Map<String, String> tags = new HashMap<>();
        mapping.named("tags").fields().forEach((key, field) -> {
            if (!(field.value() instanceof Node.Scalar scalar)) {
                throw mapping.wrong("tags", "tag '" + key + "' must have one value");
            }
            tags.put(key, scalar.text());
        });
        if (services.isPresent() == !tags.isEmpty()) {
            throw mapping.wrong("name", "a window needs either 'services' or 'tags'");
        }
        return tags.isEmpty() ? new Named(services.get()) : new Tagged(tags);
    }

    private static Schedule schedule(Mapping mapping, ZoneTimes times) {
        boolean cron = mapping.has("sleep") || mapping.has("wake");
        boolean days = DAYS_KEYS.stream().anyMatch(mapping::has);
        if (cron == days) {
            throw mapping.wrong("name", "a window needs either 'sleep' and 'wake', or 'days', 'from' and 'to'");
        }
        return cron ? new Schedule(cron(mapping, "sleep"), cron(mapping, "wake"), times) : byDays(mapping, times);
    }

    private static LocalTimes cron(Mapping mapping, String key) {
        String text = mapping.text(key).orElseThrow(() -> mapping.wrong("name", "a window with 'sleep' needs 'wake'"));
        try {
            return LocalTimes.parse(text);
        } catch (IllegalArgumentException problem) {
            throw mapping.wrong(key, "'" + key + "' must be " + CRON + ", not '" + text + "': " + problem.getMessage());
        }
    }

    private static Schedule byDays(Mapping mapping, ZoneTimes times) {
        Days days = mapping.values("days", Days::parse, "days such as mon-fri").stream()
                .flatMap(List::stream)
                .reduce(Days::and)
                .orElseThrow(() -> mapping.wrong("from", "a window with 'from' and 'to' needs 'days'"));
        LocalTime from = time(mapping, "from");
        LocalTime to = time(mapping, "to");
        boolean overnight =
                mapping.value("overnight", WindowReader::truth, "true or false").orElse(false);
        if (!overnight && !to.isAfter(from)) {
            throw mapping.wrong(
                    "to",
                    "it wakes at " + to + ", which is not after " + from
                            + "; if the next day is meant, say overnight: true");
        }
        if (overnight && to.isAfter(from)) {
            throw mapping.wrong(
                    "overnight",
                    "it is not overnight from " + from + " to " + to + "; for more than a day give 'sleep' and 'wake'");
        }
        return new Schedule(days.at(from), (overnight ? days.next() : days).at(to), times);
    }

    private static LocalTime time(Mapping mapping, String key) {
        return mapping.value(key, WindowReader::time, TIME)
                .orElseThrow(() -> mapping.wrong("days", "a window with 'days' needs '" + key + "'"));
    }

    private static LocalTime time(String text) {
        if (text.length() != "20:00".length()) {
            throw new IllegalArgumentException("to the minute, not " + text);
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException(text, notATime);
        }
    }

    private static Span exception(Mapping mapping, ZoneId zone) {
        Instant from = local(mapping, "from", zone);
        Instant to = local(mapping, "to", zone);
        boolean asleep = mapping.value("state", WindowFileReader::asleep, "asleep or awake")
                .orElseThrow(() -> mapping.wrong("from", "an exception needs a 'state', asleep or awake"));
        try {
            return new Span(from, to, asleep, mapping.text("reason").orElse("an exception"));
        } catch (IllegalArgumentException problem) {
            throw mapping.wrong("to", "an exception must end after it begins");
        }
    }

    private static Instant local(Mapping mapping, String key, ZoneId zone) {
        LocalDateTime local = mapping.value(key, WindowReader::dateTime, "a local time such as 2026-12-24T18:00")
                .orElseThrow(() -> mapping.wrong("state", "an exception needs 'from' and 'to'"));
        return new ZoneTimes(zone).instant(local);
    }

    private static LocalDateTime dateTime(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException(text, notATime);
        }
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 0 || count > MOST_TASKS) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
