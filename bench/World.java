import dev.envgate.smallaws.Checkout;
import dev.envgate.smallaws.Conditions;
import dev.envgate.smallaws.Fleet;
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

/**
 * Serves a generated fleet on 127.0.0.1, and writes the repositories of its teams into a directory: {@code World.java DIRECTORY SERVICES
 * [SEED [MILLISECONDS]]}. It prints its address, at each line that comes in what it has been asked so far, and ends with its input.
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
                print(throttle.counts());
            }
        }
    }

    private static void write(Path directory, Fleet fleet) throws IOException {
        for (Map.Entry<String, String> file : Checkout.files(fleet).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.write(directory.resolve("expected"), fleet.expected());
    }

    private static void print(Map<Throttle.Bucket, Throttle.Count> counts) {
        counts.forEach((bucket, count) -> System.out.println(String.join(
                "\t",
                bucket.account(),
                bucket.region(),
                bucket.quota().name(),
                String.valueOf(bucket.quota().burst()),
                String.valueOf(bucket.quota().perSecond()),
                String.valueOf(count.answered()),
                String.valueOf(count.refused()))));
        System.out.println();
    }
}
