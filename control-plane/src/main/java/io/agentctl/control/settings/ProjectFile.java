package io.agentctl.control.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code agentctl.yaml}: which keys it has, and what holds where it is silent. */
public final class ProjectFile {

    static final String NAME = "agentctl.yaml";

    private static final List<String> KEYS = List.of(
            "project",
            "context",
            "region",
            "cluster",
            "services",
            "functions",
            "tables",
            "budgets",
            "slos",
            "windows",
            "policies",
            "prices",
            "tablePrices",
            "alarmPrices",
            "targets",
            "loadTaskDefinition",
            "loadHistory",
            "journal");
    private static final List<String> BUDGET_KEYS = List.of("cpu", "memory", "network", "table");
    private static final String USUAL_NAME = "agent-runtime";

    private final Section section;
    private final Path folder;

    private ProjectFile(Section section, Path folder) {
        this.section = section;
        this.folder = folder;
    }

    /** Looks for the file in a folder and all above it. */
    public static Optional<Path> find(Path from) {
        for (Path folder = from.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(NAME);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static ProjectFile parse(TextFile file) {
        Section section = Section.of(Section.read(file), Source.Kind.PROJECT_FILE, KEYS);
        return new ProjectFile(section, file.path().toAbsolutePath().getParent());
    }

    /** No file at all. */
    static ProjectFile none(Path folder) {
        return parse(new TextFile(folder.resolve(NAME), ""));
    }

    Optional<Sourced<String>> context() {
        return section.text("context");
    }

    Optional<Sourced<String>> region() {
        return section.value("region", Texts::region, "a region such as eu-central-1");
    }

    Optional<Sourced<String>> name() {
        return section.text("project");
    }

    /** Everything but the target, under the name that was settled on. */
    Project project(Optional<Sourced<String>> settledName) {
        Sourced<String> name = settledName.orElse(new Sourced<>(USUAL_NAME, Source.BUILT_IN));
        String project = name.value();
        return new Project(
                name,
                section.text("cluster").orElse(usual(project)),
                section.texts("services").orElse(usual(List.of())),
                section.texts("functions").orElse(usual(List.of(project + "-governance"))),
                section.texts("tables").orElse(usual(List.of(project + "-governance-policies"))),
                budgets(),
                path("slos", "slos.yaml"),
                path("windows", "windows.yaml"),
                path("policies", "policies"),
                section.text("prices").map(prices -> prices.map(folder::resolve)),
                section.text("tablePrices").map(prices -> prices.map(folder::resolve)),
                section.text("alarmPrices").map(prices -> prices.map(folder::resolve)),
                section.values("targets", Texts::httpUrl, "addresses such as https://agents.example.com")
                        .orElse(usual(List.of())),
                section.text("loadTaskDefinition").orElse(usual(project + "-perf")),
                section.value("loadHistory", HistoryKind::parse, "folder or table")
                        .orElse(usual(HistoryKind.FOLDER)),
                section.value("journal", JournalKind::parse, "auto, file or dynamodb")
                        .orElse(usual(JournalKind.AUTO)));
    }

    /** The budgets of the runtime's performance budget: CPU 70 %, memory 80 %, network 50 %, tables 80 %. */
    private Project.Budgets budgets() {
        Section budgets = section.section("budgets", BUDGET_KEYS);
        return new Project.Budgets(
                budget(budgets, "cpu", 0.70),
                budget(budgets, "memory", 0.80),
                budget(budgets, "network", 0.50),
                budget(budgets, "table", 0.80));
    }

    private static Sourced<Double> budget(Section budgets, String key, double usual) {
        return budgets.value(key, Texts::percent, "a percentage over 0 and up to 100")
                .orElse(usual(usual));
    }

    private Sourced<Path> path(String key, String usual) {
        return section.text(key).map(text -> text.map(folder::resolve)).orElse(usual(folder.resolve(usual)));
    }

    private static <T> Sourced<T> usual(T value) {
        return new Sourced<>(value, Source.BUILT_IN);
    }
}
