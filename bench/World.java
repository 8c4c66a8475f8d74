import dev.envgate.smallaws.Checkout;
import dev.envgate.smallaws.Conditions;
import dev.envgate.smallaws.Fleet;
import dev.envgate.smallaws.Member;
import dev.envgate.smallaws.Quota;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.Throttle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves a generated fleet on 127.0.0.1, and writes the repositories of its teams into a directory: {@code World.java DIRECTORY SERVICES
 * [SEED [MILLISECONDS]]}. It prints its address, at each line that comes in what it has been asked so far and what has to be asked, and ends with its input.
 */
final class World {
    private static final int ACCOUNTS = 20;
    private static final List<String> REGIONS = List.of("eu-central-1", "us-east-1", "us-west-2");

    public static void main(String[] arguments) throws IOException {
        int services = Integer.parseInt(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Duration latency = Duration.ofMillis(arguments.length > 3 ? Long.parseLong(arguments[3]) : 20);
        Fleet fleet = new Fleet(seed, services, ACCOUNTS, REGIONS);
        write(Path.of(arguments[0]), fleet);
        Throttle throttle = new Throttle(System::nanoTime);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (SmallAws aws = SmallAws.start(fleet, Conditions.real(latency, throttle))) {
            System.out.println(aws.endpointUrl());
            while (in.readLine() != null) {
                print(needed(fleet), throttle.counts());
            }
        }
    }

    /**
     * What has to be asked by whoever asks for everything once, and for as much at a time as AWS allows: the running and the newest revision
     * of each service, its tasks, each secret and parameter, and each of the two stores for its role.
     */
    private static Map<Throttle.Bucket, Integer> needed(Fleet fleet) {
        Map<Throttle.Bucket, Integer> needed = new TreeMap<>();
        String home = fleet.members().getFirst().account();
        fleet.members().stream()
                .collect(Collectors.groupingBy(each -> each.account() + " " + each.region()))
                .values()
                .forEach(here -> {
                    String account = here.getFirst().account();
                    String region = here.getFirst().region();
                    int services = here.size();
                    add(needed, account, region, Quota.ECS_SERVICE_READ, calls(services, 10));
                    add(needed, account, region, Quota.ECS_TASK_DEFINITION_READ, 2 * services);
                    add(needed, account, region, Quota.ECS_CLUSTER_RESOURCE_READ, services + calls(services, 100));
                    add(needed, account, region, Quota.SECRETS_READ, stored(here, true));
                    add(needed, account, region, Quota.PARAMETERS, calls(stored(here, false), 10));
                    add(needed, account, region, Quota.STS, 1);
                    add(needed, home, region, Quota.STS, 1);
                    add(needed, account, "", Quota.IAM, 2 * services);
                });
        return needed;
    }

    private static void add(Map<Throttle.Bucket, Integer> needed, String account, String region, Quota quota, int calls) {
        needed.merge(new Throttle.Bucket(account, region, quota), calls, Integer::sum);
    }

    private static int calls(int things, int atOnce) {
        return (things + atOnce - 1) / atOnce;
    }

    private static int stored(List<Member> members, boolean secrets) {
        return (int) members.stream()
                .flatMap(each -> each.references().stream())
                .filter(each -> each.secret() == secrets)
                .map(Member.Reference::stored)
                .distinct()
                .count();
    }

    /** Each repository is one of its own: else what lies around them is taken for theirs, and searched. */
    private static void write(Path directory, Fleet fleet) throws IOException {
        for (Map.Entry<String, String> file : Checkout.files(fleet).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            Files.createDirectories(directory.resolve(Path.of(file.getKey()).getName(0)).resolve(".git"));
        }
        Files.write(directory.resolve("expected"), fleet.expected());
    }

    private static void print(Map<Throttle.Bucket, Integer> needed, Map<Throttle.Bucket, Throttle.Count> counts) {
        Set<Throttle.Bucket> all = new TreeSet<>(needed.keySet());
        all.addAll(counts.keySet());
        for (Throttle.Bucket bucket : all) {
            Throttle.Count count = counts.getOrDefault(bucket, new Throttle.Count(0, 0));
            System.out.println(Stream.of(
                            bucket.account(),
                            bucket.region(),
                            bucket.quota(),
                            bucket.quota().burst(),
                            bucket.quota().perSecond(),
                            needed.getOrDefault(bucket, 0),
                            count.answered(),
                            count.refused())
                    .map(String::valueOf)
                    .collect(Collectors.joining("\t")));
        }
        System.out.println();
    }
}
