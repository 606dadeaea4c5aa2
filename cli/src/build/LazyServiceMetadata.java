import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rewrites the AWS SDK's table of services so that asking for one makes that one. As it is published, the first client of
 * a process makes the metadata of all 320 services, two thirds of the time that it takes to build. The table's answers
 * are the same. See docs/decisions/0004-start-up.md.
 */
class LazyServiceMetadata {

    private static final String TABLE = "software/amazon/awssdk/regions/GeneratedServiceMetadataProvider.class";

    private static final String LOOKUP = "serviceMetadata";

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
                Path table = files.getPath(TABLE);
                Files.write(table, lazy(Files.readAllBytes(table)));
            }
        }
    }

    private static byte[] lazy(byte[] octets) {
        ClassFile classFile = ClassFile.of();
        ClassModel model = classFile.parse(octets);
        Map<String, ClassEntry> services = new LinkedHashMap<>();
        for (MethodModel method : model.methods()) {
            if (method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME)) {
                services.putAll(services(method));
            }
        }
        if (services.isEmpty()) {
            // Rewritten by an earlier build.
            return octets;
        }
        return classFile.transformClass(
                model,
                ClassTransform.dropping(element -> element instanceof FieldModel
                                || element instanceof MethodModel method
                                        && method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME))
                        .andThen(ClassTransform.transformingMethods(
                                method -> method.methodName().equalsString(LOOKUP),
                                MethodTransform.dropping(ignored -> true)
                                        .andThen(MethodTransform.endHandler(
                                                method -> method.withCode(code -> lookup(code, services)))))));
    }

    /** The table as its initializer fills it: a name, a new object of the service's class, a call of {@code put}. */
    private static Map<String, ClassEntry> services(MethodModel initializer) {
        Map<String, ClassEntry> services = new LinkedHashMap<>();
        String name = null;
        ClassEntry service = null;
        int puts = 0;
        for (CodeElement element : initializer.code().orElseThrow()) {
            switch (element) {
                case ConstantInstruction constant when constant.constantValue() instanceof String text -> name = text;
                case NewObjectInstruction made -> service = made.className();
                case InvokeInstruction call when call.name().equalsString("put") -> {
                    services.put(name, service);
                    puts++;
                }
                default -> {}
            }
        }
        if (services.size() != puts || services.containsKey(null) || services.containsValue(null)) {
            throw new IllegalStateException(TABLE + " is not made the way it was: " + puts + " services");
        }
        return services;
    }

    private static void lookup(CodeBuilder code, Map<String, ClassEntry> services) {
        services.forEach((name, service) -> code.ldc(name)
                .aload(1)
                .invokevirtual(
                        ConstantDescs.CD_String,
                        "equals",
                        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object))
                .ifThen(found -> found.new_(service)
                        .dup()
                        .invokespecial(service.asSymbol(), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .areturn()));
        code.aconst_null().areturn();
    }
}
