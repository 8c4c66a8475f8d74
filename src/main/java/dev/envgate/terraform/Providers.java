package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.Value;
import dev.envgate.ledger.Arn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the provider configuration that a block uses, through the modules that it stands in, and where that works. */
final class Providers {
    private static final String DEFAULT = "aws";
    private static final List<String> KEYS = List.of(
            "profile", "access_key", "shared_config_files", "shared_credentials_file", "shared_credentials_files");

    private final Run run;

    Providers(Run run) {
        this.run = run;
    }

    /** Where a resource or data source is made or looked up. Its own {@code region}, which newer providers have, is stronger. */
    Home of(ModuleInstance instance, Body.Block block, Round round) {
        Home home = configured(
                instance,
                block.body().attribute("provider").map(Providers::written).orElse(DEFAULT));
        return instance.resources()
                .written(block, round, "region")
                .map(region -> Reason.text(region)
                        .map(home::in)
                        .orElseGet(() -> new Home(home.provider(), "", home.account(), home.keys(), true)))
                .orElse(home);
    }

    /** {@code aws.east}, quoted or not. */
    private static String written(Body.Attribute attribute) {
        return written(attribute.value());
    }

    private static String written(Expression expression) {
        return expression.span().text().replace("\"", "").strip();
    }

    private Home configured(ModuleInstance instance, String name) {
        Optional<Body.Block> own = instance.source().block("provider." + name);
        if (own.isPresent()) {
            return home(instance, name, own.get());
        }
        Optional<ModuleInstance> caller = run.instance(instance.standing().caller());
        Optional<Body.Block> call = instance.call();
        return caller.isPresent() && call.isPresent()
                ? configured(caller.get(), passed(call.get(), name))
                : new Home(name, "", "", "", !name.equals(DEFAULT));
    }

    /** What {@code providers = { aws = aws.east }} passes under a name; without it, the default is passed as it is. */
    private static String passed(Body.Block call, String name) {
        return call.body().attribute("providers").stream()
                .filter(each -> each.value() instanceof Expression.ObjectCons)
                .flatMap(each -> ((Expression.ObjectCons) each.value()).pairs().stream())
                .filter(pair -> written(pair.key()).equals(name))
                .map(pair -> written(pair.value()))
                .findFirst()
                .orElse(name);
    }

    private Home home(ModuleInstance instance, String name, Body.Block provider) {
        Optional<Value> region = attribute(instance, provider.body(), "region");
        Optional<Value> role = provider.body()
                .blocks("assume_role")
                .findFirst()
                .flatMap(each -> attribute(instance, each.body(), "role_arn"));
        Optional<String> assumed =
                role.flatMap(Reason::text).flatMap(Arn::parse).map(Arn::account);
        boolean regionOpen = region.isPresent() && region.flatMap(Reason::text).isEmpty();
        boolean accountOpen = provider.body().blocks("assume_role").findFirst().isPresent() && assumed.isEmpty();
        return new Home(
                instance.standing().address(name),
                region.flatMap(Reason::text).orElse(""),
                assumed.orElseGet(() -> allowed(instance, provider.body())),
                keys(provider.body()),
                regionOpen || accountOpen);
    }

    private static String keys(Body provider) {
        return Stream.concat(
                        KEYS.stream()
                                .flatMap(name -> provider.attribute(name).stream())
                                .map(each -> each.name() + "=" + written(each)),
                        provider.blocks("assume_role_with_web_identity")
                                .map(each -> each.header().text()))
                .collect(Collectors.joining(" "));
    }

    private String allowed(ModuleInstance instance, Body provider) {
        List<String> allowed = attribute(instance, provider, "allowed_account_ids").stream()
                .flatMap(list -> list instanceof Value.Seq sequence ? sequence.elements().stream() : Stream.of())
                .flatMap(
                        each -> each instanceof Value.Element.One one ? Reason.text(one.value()).stream() : Stream.of())
                .toList();
        return allowed.size() == 1 ? allowed.getFirst() : "";
    }

    private Optional<Value> attribute(ModuleInstance instance, Body body, String name) {
        return body.attribute(name)
                .map(attribute -> run.evaluate(attribute.value(), instance))
                .filter(value -> !(value instanceof Value.Null));
    }
}
