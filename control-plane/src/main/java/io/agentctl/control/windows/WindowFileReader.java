package io.agentctl.control.windows;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.windows.calendar.Holidays;
import io.agentctl.control.yaml.Mapping;
import io.agentctl.control.yaml.YamlNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a file of windows. */
public final class WindowFileReader {

    private static final String API_VERSION = "agentctl/v1";
    private static final String KIND = "Windows";
    private static final List<String> KEYS =
            List.of("apiVersion", "kind", "timeZone", "overlap", "holidays", "windows");
    private static final List<String> HOLIDAY_KEYS = List.of("dates", "files", "are");

    private WindowFileReader() {}

    /**
     * Reads a file.
     *
     * @throws AgentctlException NOT_FOUND if there is none; BAD_DOCUMENT, with line and column, for a key that is not
     *     known, a zone or expression that is none, and everything else that makes no sense
     */
    public static WindowFile read(Path file) {
        try {
            return read(file, Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "there is no file of windows " + file,
                    "Write one, or name it: see docs/windows.md.",
                    null,
                    missing);
        } catch (IOException problem) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT, "cannot read " + file + ": " + problem.getMessage(), "", null, problem);
        }
    }

    /** The same from a text; files that it names are looked for beside {@code file}. */
    public static WindowFile read(Path file, String text) {
        Mapping root =
                Mapping.of(YamlNodes.read(file.toString(), text, ErrorCode.BAD_DOCUMENT), ErrorCode.BAD_DOCUMENT, KEYS);
        require(root, "apiVersion", API_VERSION);
        require(root, "kind", KIND);
        ZoneId zone = zone(root).orElse(ZoneOffset.UTC);
        WindowReader windows = new WindowReader(zone, holidays(root, file));
        List<Window> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Mapping mapping : root.mappings("windows", WindowReader.KEYS)) {
            Window window = windows.read(mapping);
            if (!names.add(window.name())) {
                throw mapping.wrong("name", "two windows are called " + window.name());
            }
            all.add(window);
        }
        if (all.isEmpty()) {
            throw root.wrong("windows", "there are no windows");
        }
        return new WindowFile(file.toString(), overlap(root), all);
    }

    private static void require(Mapping root, String key, String expected) {
        if (!root.text(key).orElse("").equals(expected)) {
            throw root.wrong(key, "expected '" + key + ": " + expected + "'");
        }
    }

    /** The time zone that a mapping names. */
    static Optional<ZoneId> zone(Mapping mapping) {
        return mapping.value("timeZone", WindowFileReader::zone, "a time zone such as Europe/Berlin");
    }

    /** Only names of the zone database: offsets such as +01:00 know nothing of summer. */
    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return ZoneId.of(name);
    }

    private static Overlap overlap(Mapping root) {
        return root.value("overlap", text -> Overlap.valueOf(word(text)), "refuse, awake or asleep")
                .orElse(Overlap.REFUSE);
    }

    private static String word(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
        }
        return text.toUpperCase(Locale.ROOT);
    }

    /** Reads {@code asleep} or {@code awake}. */
    static boolean asleep(String text) {
        return switch (text) {
            case "asleep" -> true;
            case "awake" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Holidays holidays(Mapping root, Path file) {
        Mapping holidays = root.mapping("holidays", HOLIDAY_KEYS);
        TreeSet<LocalDate> dates =
                new TreeSet<>(holidays.values("dates", WindowFileReader::date, "days such as 2026-12-25")
                        .orElse(List.of()));
        for (String name : holidays.texts("files").orElse(List.of())) {
            dates.addAll(IcalendarDays.read(file.resolveSibling(name)));
        }
        boolean asleep = holidays.value("are", WindowFileReader::asleep, "asleep or awake")
                .orElse(true);
        return new Holidays(dates, asleep);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException(text, notADay);
        }
    }
}
