package io.agentctl.dist;

import java.io.IOException;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps of what the JVM wrote down of a run ({@code -XX:DumpLoadedClassList}) that which another build can use too: the
 * names of classes, and those of their call sites that were reached. Left out is what other class loaders loaded, and
 * what the JVM makes up as it runs.
 */
final class Recording {

    private static final String POOL = "@cp ";

    private Recording() {}

    /**
     * Reads what the JVM wrote, and writes the list that is committed.
     *
     * @param arguments the archive's folder, the program, the JVM's file, the list, and classes that are in it anyway
     */
    public static void main(String[] arguments) throws IOException {
        List<String> written = Files.readAllLines(Path.of(arguments[2]));
        try (ClassFiles files = ClassFiles.of(Path.of(arguments[0]), arguments[1])) {
            List<String> kept = of(written, files, Arrays.asList(arguments).subList(4, arguments.length));
            Files.write(Path.of(arguments[3]), kept);
        }
    }

    static List<String> of(List<String> written, ClassFiles files, List<String> besides) throws IOException {
        SortedMap<String, SortedSet<String>> classes = new TreeMap<>();
        besides.forEach(name -> classes.put(name, new TreeSet<>()));
        for (String line : written) {
            if (isClass(line)) {
                classes.putIfAbsent(line.split(" ", 2)[0], new TreeSet<>());
            }
        }
        for (String line : written) {
            if (line.startsWith(POOL)) {
                List<String> words = Arrays.asList(line.substring(POOL.length()).split(" ", 0));
                SortedSet<String> sites = classes.get(words.getFirst());
                if (sites != null) {
                    sites.addAll(sites(files.pool(words.getFirst()), words.subList(1, words.size())));
                }
            }
        }
        return classes.entrySet().stream()
                .map(entry -> entry.getValue().stream()
                        .map(site -> " " + site)
                        .collect(Collectors.joining("", entry.getKey(), "")))
                .toList();
    }

    private static boolean isClass(String line) {
        return !line.startsWith("#")
                && !line.startsWith("@")
                && !line.contains(" source: ")
                && !line.contains("LambdaForm$")
                && !line.contains("0x");
    }

    private static List<String> sites(Optional<ConstantPool> pool, List<String> indices) {
        List<String> sites = new ArrayList<>();
        if (pool.isPresent()) {
            for (String index : indices) {
                PoolEntry entry = pool.get().entryByIndex(Integer.parseInt(index));
                if (entry instanceof InvokeDynamicEntry site) {
                    sites.add(CallSites.name(site));
                }
            }
        }
        return sites;
    }
}
