import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Rewrites jars of class files older than Java 6 as Java 8 class files with stack maps, the code itself unchanged. The
 * JVM's AOT cache leaves older classes out, and the JVM verifies them in the old, slow way: with picocli as it is
 * published, half of a command's start-up went there. See docs/decisions/0004-start-up.md.
 */
class ModernClassFiles {

    /** The last class file version that may lack stack maps, and so is left out of the cache. */
    private static final int OLD = ClassFile.JAVA_5_VERSION;

    private static final int MODERN = ClassFile.JAVA_8_VERSION;

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            rewrite(Path.of(jar));
        }
    }

    private static void rewrite(Path jar) throws IOException {
        Path fresh = jar.resolveSibling(jar.getFileName() + ".modern");
        try (JarFile from = new JarFile(jar.toFile());
                URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                OutputStream file = Files.newOutputStream(fresh);
                JarOutputStream to = new JarOutputStream(file, new Manifest(from.getManifest()))) {
            ClassFile classFile = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
            for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    JarEntry copy = new JarEntry(entry.getName());
                    copy.setTime(entry.getTime());
                    to.putNextEntry(copy);
                    byte[] octets = from.getInputStream(entry).readAllBytes();
                    to.write(entry.getName().endsWith(".class") ? modern(classFile, octets) : octets);
                    to.closeEntry();
                }
            }
        }
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] modern(ClassFile classFile, byte[] octets) {
        ClassModel model = classFile.parse(octets);
        if (model.majorVersion() > OLD) {
            return octets;
        }
        return classFile.build(model.thisClass().asSymbol(), builder -> {
            // First of all: stack maps are generated only for versions that have them.
            builder.withVersion(MODERN, 0);
            for (ClassElement element : model) {
                switch (element) {
                    case ClassFileVersion replaced -> {}
                    case MethodModel method ->
                        builder.transformMethod(method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
                    default -> builder.with(element);
                }
            }
        });
    }
}
