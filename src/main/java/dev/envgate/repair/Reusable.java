package dev.envgate.repair;

import dev.envgate.hcl.Body;
import dev.envgate.ledger.Arn;
import dev.envgate.ledger.NameWords;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The blocks of one module that make or look up secrets and parameters.
 *
 * @param files all of the module
 * @param root those of the root that calls it, which may be the same; none where that is not known
 */
record Reusable(List<SourceFile> files, List<SourceFile> root) {
    Reusable {
        files = List.copyOf(files);
        root = List.copyOf(root);
    }

    Reusable(List<SourceFile> files) {
        this(files, List.of());
    }

    /** The module that a file belongs to, in the service of a fault. */
    static Reusable around(SourceFile file, Fault fault) {
        List<String> roots =
                fault.services().stream().map(ServiceLedger::root).distinct().toList();
        return new Reusable(
                fault.sources().module(file),
                roots.size() == 1 ? fault.sources().directory(roots.getFirst()) : List.of());
    }

    /** Whether it is the root itself. */
    boolean isRoot() {
        return !root.isEmpty() && !files.isEmpty() && directory(root).equals(directory(files));
    }

    private static Path directory(List<SourceFile> files) {
        return Path.of("/" + files.getFirst().path()).resolveSibling("").normalize();
    }

    /** Where the root calls it, when that is one place and it lies below the root: what lies beside it others may call as well. */
    Optional<Body.Block> call() {
        if (root.isEmpty() || files.isEmpty() || isRoot()) {
            return Optional.empty();
        }
        List<Body.Block> calls = root.stream()
                .filter(Trees::isNative)
                .flatMap(file -> Trees.body(file).blocks().stream())
                .filter(block -> block.type().equals("module")
                        && block.body()
                                .attribute("source")
                                .map(each -> each.value().span().text())
                                .filter(this::isSource)
                                .isPresent())
                .toList();
        return calls.size() == 1 ? Optional.of(calls.getFirst()) : Optional.empty();
    }

    private boolean isSource(String text) {
        return text.matches("\"\\./[^\"$]*\"")
                && directory(root)
                        .resolve(text.substring(1, text.length() - 1))
                        .normalize()
                        .equals(directory(files));
    }

    private static final Set<String> TYPES = Set.of("aws_secretsmanager_secret", "aws_ssm_parameter");

    /** Words that tell no secret from another. */
    private static final Set<String> GENERIC = Set.of(
            "api", "app", "arn", "credentials", "id", "key", "keys", "password", "secret", "secrets", "token", "url");

    /** What Secrets Manager appends to every name. */
    private static final String SUFFIX = "-[A-Za-z0-9]{6}$";

    /** One of them. */
    record Holder(Body.Block block, SourceFile file) {
        String type() {
            return block.labels().getFirst().text();
        }

        String label() {
            return block.labels().getLast().text();
        }

        /** How an expression refers to it. */
        String address() {
            return (block.type().equals("data") ? "data." : "") + type() + "." + label();
        }

        /** The attribute that says what it is called, or how that begins. */
        Optional<Body.Attribute> named() {
            return block.body().attribute("name").or(() -> block.body().attribute("name_prefix"));
        }

        Optional<Span> name() {
            return named().map(each -> each.value().span());
        }

        boolean isFor(String variable) {
            return NameForms.endsWith(label(), variable)
                    || name().map(Span::text)
                            .filter(text -> text.length() > 1 && text.startsWith("\""))
                            .map(text -> NameForms.endsWith(text.substring(1, text.length() - 1), variable))
                            .orElse(false);
        }
    }

    Stream<Holder> all() {
        return files.stream()
                .flatMap(file -> Trees.body(file).blocks().stream()
                        .filter(block -> block.labels().size() == 2
                                && (block.type().equals("resource")
                                        || block.type().equals("data"))
                                && TYPES.contains(block.labels().getFirst().text()))
                        .map(block -> new Holder(block, file)));
    }

    /** One whose label is made of words of a variable, and so may be meant for it, beside the one of an address. */
    Optional<Holder> near(String variable, String address) {
        Set<String> words = Set.copyOf(NameWords.of(variable));
        return all().filter(each -> !each.address().equals(address))
                .filter(each -> {
                    List<String> own = NameWords.of(each.label()).stream()
                            .filter(word -> !GENERIC.contains(word))
                            .toList();
                    return !own.isEmpty() && words.containsAll(own);
                })
                .findFirst();
    }

    /** The block of a variable. */
    Optional<Body.Block> variable(String name) {
        return files.stream()
                .filter(Trees::isNative)
                .flatMap(file -> Trees.body(file).blocks().stream())
                .filter(block -> is(block, "variable", List.of(name)))
                .findFirst();
    }

    Optional<Holder> at(String address) {
        return all().filter(each -> each.address().equals(address)).findFirst();
    }

    /** The only one whose name or label is that of a variable. */
    Optional<Holder> of(String variable) {
        List<Holder> found = all().filter(each -> each.isFor(variable)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The only one that is called so in its store. */
    Optional<Holder> called(String type, String name) {
        List<Holder> found = all().filter(each -> each.type().equals(type)
                        && each.name()
                                .map(Span::text)
                                .filter(("\"" + name + "\"")::equals)
                                .isPresent())
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The block that makes or looks up what an ARN or a name refers to, with the key that is picked of it. */
    Stream<Suggestion> madeFor(Reference reference, Node.Dialect dialect) {
        String name = switch (reference.target()) {
            case Reference.Target.SecretArn(Arn arn) -> arn.resource().replaceFirst("^secret:", "");
            case Reference.Target.SecretName(String written, String _) -> written;
            case Reference.Target.ParameterArn(Arn arn) -> arn.resource().replaceFirst("^parameter", "");
            case Reference.Target.ParameterName(String written, String _) -> written;
            case Reference.Target.Unclear _, Reference.Target.Malformed _ -> "";
        };
        boolean secret = reference.target() instanceof Reference.Target.SecretArn
                || reference.target() instanceof Reference.Target.SecretName;
        String type = secret ? "aws_secretsmanager_secret" : "aws_ssm_parameter";
        if (name.isEmpty() || !dialect.expressions()) {
            return Stream.of();
        }
        return Stream.concat(
                        called(type, secret ? name.replaceFirst(SUFFIX, "") : name).stream(),
                        secret ? called(type, name).stream() : Stream.of())
                .map(holder -> Suggestion.of(Quoted.expression(holder.address() + ".arn", behind(reference), dialect)));
    }

    private static String behind(Reference reference) {
        boolean whole = (reference.jsonKey() + reference.versionStage() + reference.versionId()).isEmpty();
        return whole
                ? ""
                : ":" + String.join(":", reference.jsonKey(), reference.versionStage(), reference.versionId());
    }

    /** Whether the module has what a traversal begins with. */
    boolean has(String traversal) {
        List<String> parts = List.of(traversal.split("\\.", -1));
        return files.stream()
                .flatMap(file -> Trees.body(file).blocks().stream())
                .anyMatch(block -> switch (parts.getFirst()) {
                    case "var" -> is(block, "variable", parts.subList(1, 2));
                    case "module" -> is(block, "module", parts.subList(1, 2));
                    case "data" -> is(block, "data", parts.subList(1, parts.size()));
                    case "local" ->
                        block.type().equals("locals")
                                && block.body().attribute(parts.get(1)).isPresent();
                    default -> is(block, "resource", parts.subList(0, 2));
                });
    }

    private static boolean is(Body.Block block, String type, List<String> labels) {
        return block.type().equals(type)
                && block.labels().stream().map(Body.Label::text).toList().equals(labels);
    }
}
