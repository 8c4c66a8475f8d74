package dev.envgate.terraform;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which files of a directory are Terraform's, by their names, and in which order they count. */
final class FileNames {
    private static final List<String> ENDINGS = List.of(".tofu.json", ".tf.json", ".tofu", ".tf");

    private FileNames() {}

    /** The files that declare things, then the override files, each in the order of their names. */
    static List<String> configuration(List<String> names) {
        Set<String> all = Set.copyOf(names);
        List<String> found = names.stream()
                .filter(name -> isConfiguration(name) && !replaced(name, all))
                .sorted()
                .toList();
        return Stream.concat(
                        found.stream().filter(name -> !isOverride(name)),
                        found.stream().filter(FileNames::isOverride))
                .toList();
    }

    /** Whether a file declares things, unless another one of its directory is read in its place. */
    static boolean isConfiguration(String name) {
        return !stem(name).isEmpty() && !ignored(name);
    }

    /** The files that give values to variables without being asked, the weakest first. */
    static List<String> values(List<String> names) {
        return Stream.concat(
                        Stream.of("terraform.tfvars", "terraform.tfvars.json").filter(names::contains),
                        names.stream().filter(FileNames::isAutomatic).sorted())
                .toList();
    }

    static boolean isOverride(String name) {
        String stem = stem(name);
        return stem.equals("override") || stem.endsWith("_override");
    }

    static boolean isJson(String name) {
        return name.endsWith(".json");
    }

    private static boolean isAutomatic(String name) {
        return !ignored(name) && (name.endsWith(".auto.tfvars") || name.endsWith(".auto.tfvars.json"));
    }

    /** Hidden files and what editors leave behind. */
    private static boolean ignored(String name) {
        return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
    }

    /** OpenTofu reads {@code x.tofu} in the place of {@code x.tf}. */
    private static boolean replaced(String name, Set<String> names) {
        return name.endsWith(".tf.json")
                ? names.contains(stem(name) + ".tofu.json")
                : name.endsWith(".tf") && names.contains(stem(name) + ".tofu");
    }

    private static String stem(String name) {
        for (String ending : ENDINGS) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return "";
    }
}
