package dev.envgate.smallaws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the repository of a generated fleet's team looks like: a configuration, and for each service a contract and Terraform. */
public final class Checkout {
    private Checkout() {}

    /** The files of all repositories, by their paths. */
    public static Map<String, String> files(Fleet fleet) {
        Map<String, String> files = new LinkedHashMap<>();
        List<Member> members = fleet.members();
        for (int from = 0; from < members.size(); from += Fleet.TEAM) {
            List<Member> own = members.subList(from, Math.min(members.size(), from + Fleet.TEAM));
            String repository = "repository-%03d/".formatted(from / Fleet.TEAM);
            files.put(repository + "envgate.yml", configuration(own));
            own.forEach(each -> {
                files.put(repository + each.name() + "/.env.example", contract(each));
                files.put(repository + each.name() + "/main.tf", terraform(each));
            });
        }
        return files;
    }

    private static String configuration(List<Member> members) {
        return "version: 1\nservices:\n"
                + members.stream().map(Checkout::service).collect(Collectors.joining());
    }

    private static String service(Member member) {
        return """
                  %1$s:
                    contract: [%1$s/.env.example]
                    terraform: %1$s
                    service: %1$s
                    cluster: %2$s
                    account: "%3$s"
                    region: %4$s
                    role: %5$s
                """.formatted(
                member.name(), Member.CLUSTER, member.account(), member.region(), Fleet.readerRole(member.account()));
    }

    private static String contract(Member member) {
        String names = member.references().stream()
                .map(each -> each.secret() ? each.variable() + "=your_key_here\n" : each.variable() + "=\n")
                .collect(Collectors.joining());
        String more = member.flaw() == Flaw.NOT_CONFIGURED ? member.flaw().variable() + "=your_key_here\n" : "";
        return "LOG_LEVEL=info\nPORT=8080\n" + names + more;
    }

    private static String terraform(Member member) {
        String secrets = member.references().stream()
                .map(each -> "        { name = \"%s\", valueFrom = %s },\n"
                        .formatted(each.variable(), valueFrom(member, each)))
                .collect(Collectors.joining());
        String resources = member.references().stream()
                .filter(each -> isOwn(member, each))
                .map(Member.Reference::stored)
                .distinct()
                .map(each -> """
                        resource "aws_secretsmanager_secret" "%s" {
                          name = "%s"
                        }

                        """.formatted(resource(each), each))
                .collect(Collectors.joining());
        return resources
                + """
                resource "aws_ecs_task_definition" "app" {
                  family                   = "%1$s"
                  requires_compatibilities = ["FARGATE"]
                  network_mode             = "awsvpc"
                  cpu                      = 256
                  memory                   = 512
                  execution_role_arn       = "arn:aws:iam::%2$s:role/%3$s"

                  container_definitions = jsonencode([
                    {
                      name  = "app"
                      image = "%2$s.dkr.ecr.%4$s.amazonaws.com/%1$s:1.0.0"

                      environment = [
                        { name = "LOG_LEVEL", value = "info" },
                        { name = "PORT", value = "8080" },
                      ]

                      secrets = [
                %5$s      ]
                    }
                  ])
                }

                resource "aws_ecs_service" "app" {
                  name            = "%1$s"
                  cluster         = "%6$s"
                  task_definition = aws_ecs_task_definition.app.arn
                  desired_count   = 1
                  launch_type     = "FARGATE"
                }
                """.formatted(
                        member.name(), member.account(), member.role(), member.region(), secrets, Member.CLUSTER);
    }

    /** Its own secrets are made where they are used; what others share is known by its ARN. */
    private static String valueFrom(Member member, Member.Reference reference) {
        if (!isOwn(member, reference)) {
            return "\"" + member.valueFrom(reference) + "\"";
        }
        String arn = "aws_secretsmanager_secret." + resource(reference.stored()) + ".arn";
        return reference.key().isEmpty() ? arn : "\"${%s}:%s::\"".formatted(arn, reference.key());
    }

    private static boolean isOwn(Member member, Member.Reference reference) {
        return reference.secret() && reference.stored().startsWith(member.name() + "/");
    }

    private static String resource(String stored) {
        return stored.substring(stored.indexOf('/') + 1).replace('-', '_');
    }
}
