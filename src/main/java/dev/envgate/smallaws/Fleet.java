package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Accounts full of services, always the same for the same numbers. Only what is asked for is made: an account is a world for each of its
 * regions, and whoever has assumed a role of the account is in it.
 */
public final class Fleet implements Worlds {
    private static final List<String> WORDS =
            List.of("orders", "billing", "search", "letters", "stock", "prices", "users", "mail", "reports", "images");
    static final int TEAM = 20;
    private static final List<Flaw> FLAWS = List.of(Flaw.values());
    private static final int FLAWED = 60;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final String SHARED_FLAW = "shared/sentry-dsn";

    private final long seed;
    private final int accounts;
    private final List<String> regions;
    private final List<Member> members;
    private final Map<String, World> worlds = new ConcurrentHashMap<>();

    /** At most a hundred accounts, whose numbers are made up. */
    public Fleet(long seed, int services, int accounts, List<String> regions) {
        if (services < 1 || accounts < 1 || accounts > 100 || regions.isEmpty()) {
            throw new IllegalArgumentException(
                    "A fleet has services, between 1 and 100 accounts, and a region at least.");
        }
        this.seed = seed;
        this.accounts = accounts;
        this.regions = List.copyOf(regions);
        members = IntStream.range(0, services).mapToObj(this::member).toList();
    }

    /** A team has a repository of twenty services in one account, in all regions; one team after the other they go round the accounts. */
    private Member member(int index) {
        int team = index / TEAM;
        return new Member(
                "%s-%05d".formatted(WORDS.get(index % WORDS.size()), index),
                account(team),
                regions.get(index % regions.size()),
                "team-%03d".formatted(team),
                flaw(index));
    }

    private String account(int number) {
        return "1234567890%02d".formatted(number % accounts);
    }

    private Flaw flaw(int index) {
        int roll = Math.floorMod(mixed(mixed(seed) + index), FLAWED);
        return roll < FLAWS.size() ? FLAWS.get(roll) : Flaw.NONE;
    }

    /** The finalizer of SplitMix64: neighbours become strangers. */
    private static long mixed(long number) {
        long mixed = number * GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    public List<Member> members() {
        return members;
    }

    /** The role that a reader assumes in an account. */
    public static String readerRole(String account) {
        return "arn:aws:iam::" + account + ":role/envgate";
    }

    /** In one account and region a secret is missing that all services there share. */
    public boolean sharesFlaw(Member member) {
        int place = (int) Math.floorMod(mixed(seed), (long) accounts * regions.size());
        return member.account().equals(account(place)) && member.region().equals(regions.get(place / accounts));
    }

    /** What is to be found, as {@code service rule name}, sorted. */
    public List<String> expected() {
        TreeSet<String> expected = new TreeSet<>();
        for (Member each : members) {
            if (each.flaw() != Flaw.NONE) {
                expected.add(each.name() + " " + each.flaw().rule() + " "
                        + each.flaw().variable());
            }
            if (sharesFlaw(each)) {
                expected.add(each.name() + " secret-not-found SENTRY_DSN");
            }
        }
        return List.copyOf(expected);
    }

    @Override
    public World of(Call call) {
        String assumed = Sts.assumedAccount(call);
        String account = assumed.isEmpty() ? members.getFirst().account() : assumed;
        String region = call.region().isEmpty() ? regions.getFirst() : call.region();
        return worlds.computeIfAbsent(account + " " + region, _ -> world(account, region));
    }

    private World world(String account, String region) {
        ObjectNode world = World.object().put("account", account).put("region", region);
        List<Member> here = members.stream()
                .filter(each -> each.account().equals(account) && each.region().equals(region))
                .toList();
        ObjectNode services =
                world.putObject("clusters").putObject(Member.CLUSTER).putObject("services");
        ArrayNode definitions = world.putArray("taskDefinitions");
        Map<String, Member> secrets = new TreeMap<>();
        Map<String, Member> parameters = new TreeMap<>();
        for (Member each : here) {
            services.set(each.name(), service(each));
            definitions.add(taskDefinition(each));
            each.references().stream()
                    .filter(reference -> isThere(each, reference))
                    .forEach(reference -> (reference.secret() ? secrets : parameters).put(reference.stored(), each));
        }
        ArrayNode secretList = world.putArray("secrets");
        secrets.forEach((name, member) -> secretList.add(secret(name, member)));
        ArrayNode parameterList = world.putArray("parameters");
        parameters
                .keySet()
                .forEach(name -> parameterList
                        .addObject()
                        .put("name", name)
                        .put("type", "String")
                        .put("value", "of-nobody")
                        .put("modifiedDate", 1_750_000_000));
        ObjectNode roles = world.putObject("roles");
        members.stream()
                .filter(each -> each.account().equals(account))
                .forEach(each -> roles.set(each.role(), role(each)));
        return World.of(world);
    }

    private boolean isThere(Member member, Member.Reference reference) {
        boolean missing = member.flaw() == Flaw.SECRET_MISSING || member.flaw() == Flaw.PARAMETER_MISSING;
        return !(missing && reference.variable().equals(member.flaw().variable()))
                && !(sharesFlaw(member) && reference.stored().equals(SHARED_FLAW));
    }

    private static ObjectNode service(Member member) {
        ObjectNode service = World.object().put("taskDefinition", member.revision());
        ObjectNode task = service.putArray("tasks")
                .addObject()
                .put("taskDefinition", member.revision())
                .put("lastStatus", "RUNNING")
                .put("platformVersion", "1.4.0");
        task.put("createdAt", "2026-11-20T08:00:00+00:00").put("startedAt", "2026-11-20T08:01:00+00:00");
        return service;
    }

    private static ObjectNode taskDefinition(Member member) {
        ObjectNode definition = World.object()
                .put("family", member.name())
                .put("revision", 7)
                .put("executionRoleArn", "arn:aws:iam::" + member.account() + ":role/" + member.role());
        definition.putArray("requiresCompatibilities").add("FARGATE");
        ObjectNode container =
                definition.putArray("containerDefinitions").addObject().put("name", "app");
        ArrayNode environment = container.putArray("environment");
        environment.addObject().put("name", "LOG_LEVEL").put("value", "info");
        environment.addObject().put("name", "PORT").put("value", "8080");
        ArrayNode secrets = container.putArray("secrets");
        member.running()
                .forEach(each ->
                        secrets.addObject().put("name", each.variable()).put("valueFrom", member.valueFrom(each)));
        return definition;
    }

    private static ObjectNode secret(String name, Member member) {
        ObjectNode secret = World.object()
                .put("name", name)
                .put("arn", member.secretArn(name))
                .put("createdDate", 1_750_000_000)
                .put("lastChangedDate", 1_750_000_000);
        if (member.flaw() == Flaw.SECRET_DELETED && name.endsWith("/encryption-key")) {
            secret.put("deletedDate", 1_795_000_000);
        }
        secret.putObject("versions").putArray("v1").add("AWSCURRENT");
        return secret;
    }

    /** Everything that its service is given, but what was forgotten. */
    private static ObjectNode role(Member member) {
        ObjectNode role = World.object();
        ObjectNode statement = role.putObject("policies")
                .putObject("read")
                .putArray("Statement")
                .addObject()
                .put("Effect", "Allow");
        statement.putArray("Action").add("secretsmanager:GetSecretValue").add("ssm:GetParameters");
        ArrayNode resources = statement.putArray("Resource");
        List<String> granted = new ArrayList<>();
        member.references().stream()
                .filter(each -> member.flaw() != Flaw.UNREADABLE
                        || !each.variable().equals(member.flaw().variable()))
                .map(each -> each.secret() ? member.secretArn(each.stored()) : member.valueFrom(each))
                .distinct()
                .forEach(granted::add);
        granted.forEach(resources::add);
        return role;
    }
}
