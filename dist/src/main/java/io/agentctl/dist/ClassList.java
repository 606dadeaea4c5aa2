package io.agentctl.dist;

import java.io.IOException;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says to the JVM's {@code -XX:SharedClassListFile} what goes into a cache, from what {@link Recording} keeps: each
 * class, and of its constant pool every class and member, and those lambdas and concatenations that were seen at work.
 * What a training run would have recorded is another list each time, by which thread was first; this one is a function
 * of the names and the class files, and a cache made of it starts as fast. See
 * docs/decisions/0032-reproducible-archive.md.
 */
record ClassList(ClassFiles files) {

    /**
     * Makes the list.
     *
     * @param recorded an internal name of a class in each line, and after it the names of its call sites, separated by
     *     spaces; classes that are not there, in another version of Java, are left out
     */
    List<String> of(List<String> recorded) throws IOException {
        List<String> classes = new ArrayList<>();
        List<String> pools = new ArrayList<>();
        for (String line : recorded) {
            String[] words = line.split(" ", 0);
            Set<String> sites = Set.copyOf(Arrays.asList(words).subList(1, words.length));
            Optional<ConstantPool> pool = files.pool(words[0]);
            if (pool.isPresent()) {
                classes.add(words[0]);
                entries(pool.get(), sites).ifPresent(indices -> pools.add("@cp " + words[0] + indices));
            }
        }
        classes.addAll(pools);
        return classes;
    }

    private static Optional<String> entries(ConstantPool pool, Set<String> sites) {
        StringBuilder indices = new StringBuilder();
        for (PoolEntry entry : pool) {
            boolean resolved = entry instanceof ClassEntry
                    || entry instanceof MemberRefEntry
                    || (entry instanceof InvokeDynamicEntry site && sites.contains(CallSites.name(site)));
            if (resolved) {
                indices.append(' ').append(entry.index());
            }
        }
        return indices.isEmpty() ? Optional.empty() : Optional.of(indices.toString());
    }
}
