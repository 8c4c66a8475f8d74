import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tells how many requests a check of the sample sends to an AWS, as `--timing` counts them. */
final class Calls {
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path sample = Path.of(arguments[1]);
        try (SmallAws aws = SmallAws.start(World.parse(Files.readString(sample.resolve("world-incident.json"))))) {
            String url = aws.endpointUrl().toString();
            ProcessBuilder check = new ProcessBuilder(
                            Path.of(arguments[0]).toAbsolutePath().toString(),
                            "check",
                            "--timing",
                            "--endpoint-url",
                            url)
                    .directory(sample.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            check.environment()
                    .putAll(Map.of(
                            "AWS_ACCESS_KEY_ID", "test",
                            "AWS_SECRET_ACCESS_KEY", "test",
                            "AWS_REGION", "us-east-1",
                            "ENVGATE_CACHE", "off"));
            Process running = check.start();
            String said = new String(running.getErrorStream().readAllBytes());
            running.waitFor();
            said.lines()
                    .filter(line -> line.endsWith("all together"))
                    .map(line -> line.strip().split(" ", 2)[0])
                    .forEach(System.out::println);
        }
    }
}
