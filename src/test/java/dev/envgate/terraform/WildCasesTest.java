package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which teams were seen to write task definitions has a whole root that shows it, and what must come of it. */
class WildCasesTest {
    private static final Path CASES = Path.of("src/test/resources/terraform");
    private static final int LEAST = 75;

    /** A form, a function, a reference or a trap; the folder that shows it; what its expected file must say. */
    private static final String TABLE = """
            container_definitions: jsonencode inline | jsonencode-inline | container
            container_definitions: texts joined by hand | string-join | API_ONLY
            container_definitions: templatefile | templatefile | DATABASE_URL
            container_definitions: data template_file | template-file-data | < data.template_file.api.rendered
            container_definitions: heredoc | heredoc-json | environment
            container_definitions: a local | locals-and-functions | < local.containers
            container_definitions: a variable of a module | module-argument | < module.raw.var.definitions
            container_definitions: cloudposse json_map | cloudposse-container | APP_COLOR
            container_definitions: file | json-file | < file("live.json")
            container_definitions: templatestring | templatestring | RELAY_HOST_EU
            container_definitions: jsonencode of concat | concat-containers | container worker-1
            container_definitions: jsonencode of merge | locals-and-functions | environment ONE
            container_definitions: a conditional of jsonencodes | conditional-encodings | when var.tracing
            container_definitions: count | counted-definitions | crawler[1]
            container_definitions: for_each | for-each-definitions | consumer["mails"]
            container_definitions: terraform-aws-modules/ecs | known-modules | container
            container_definitions: a module that is not on disk | unread-module | not known
            container_definitions: .tf.json | tf-json | task definition
            container_definitions: CDK for Terraform | cdktf-json | ORDERS_KEY
            container_definitions: OpenTofu | tofu | task definition
            function: replace, split, trimsuffix, lower, substr, chomp, regex, format, join, formatlist, base64encode, floor | text-functions | SLOT_07
            function: tostring, concat, length, merge, try, coalesce, keys, flatten, lookup, compact, zipmap, values, tomap, contains | collection-functions | FIRST_INDEX
            function: upper in a computed name | computed-keys | DD_SEARCH_URL
            function: yamlencode and yamldecode | yaml-settings | ROUND_TRIP
            function: jsondecode of a file | json-settings | settings.json:11:18
            function: yamldecode of a file | yaml-settings | services.yml:9:13
            function: csvdecode | csv-settings | variables.csv:3:6
            function: regexall | dotenv-regexall | prod.env:3:1
            function: setproduct | collection-functions | ZONE_US_B
            function: merge of a spread | merge-spread | LAYER_B
            function: of a provider | provider-functions | is a function of a provider
            function: sensitive and nonsensitive | sensitive | environment
            construct: conditional | conditions | when
            construct: index by a key | references | many["db"]
            construct: for over a list and a map | locals-and-functions | LOG_LEVEL
            construct: counted module | count-modules | module.shards[1]
            construct: nested modules with for_each | module-tree | module.application["store"].module.service["worker"]
            construct: terraform.workspace | workspace | ONLY_PROD
            construct: splat | splats | USERS_PASSWORD_KEY
            construct: heredoc with indentation | heredoc-indents | FROM_LIST
            construct: optional() | optional-types | environment API
            construct: computed key | computed-keys | DD_DD_TRACE_ID
            construct: flatten of nested loops | flatten-tree | ACME_CRM_LEVEL
            construct: lists put together from modules | lists-of-modules | < module.tracing.environment
            construct: nested and dynamic blocks as values | nested-blocks | WORD_1
            construct: moved, removed, import, check | moved-and-checks | APP_MODE
            construct: ephemeral | ephemeral | LITERAL
            valueFrom: a placeholder of a template | templatefile | [url, , ]
            valueFrom: data aws_secretsmanager_secret | secret-references | data.aws_secretsmanager_secret.shared
            valueFrom: data aws_secretsmanager_secret_version | secret-references | secret named shared/by-name
            valueFrom: aws_secretsmanager_secret | references | secret named app/hf
            valueFrom: a bare name | references | parameter named /app/bare
            valueFrom: an ARN built as a string | arn-strings-known | parameter arn:aws:ssm
            valueFrom: aws_ssm_parameter | references | parameter named /app/key
            valueFrom: the variable of a loop | splats | flag["dark"]
            valueFrom: a variable | unclear-references | var.secret_arn
            valueFrom: the output of a module | module-outputs-of-secrets | SESSION_SECRET
            valueFrom: aws_secretsmanager_secret_version | references | ${aws_secretsmanager_secret_version.hf.arn}
            valueFrom: a local | references | THROUGH_LOCAL
            valueFrom: master_user_secret | secret-references | AWS makes for `aws_rds_cluster.main`
            valueFrom: a key | secret-references | [password, , ]
            valueFrom: a suffix by join and format | secret-references | FORMATTED
            valueFrom: one of instances | secret-references | JOINED_SPLAT
            valueFrom: a secret that is made in another region | regions | arn::secretsmanager:us-east-1::secret:shop/us
            valueFrom: a secret that another account has | regions | 210987654321:secret:shop/vault
            valueFrom: a region on the block itself | region-argument | ap-northeast-1:123456789012:secret:shop/tokyo
            valueFrom: a wildcard | unclear-references | has a wildcard
            service: family with variables | services | runs
            service: ignore_changes of task_definition | old-syntax | ignored @
            service: ignore_changes of container_definitions | moved-and-checks | ignored @
            service: container names that are no plain text | container-names | ${live or test}
            size: one heredoc with seventy names | many-names | SETTING_069
            not known: keys of a live secret | live-secret-keys | not known
            not known: lists of parameters, Vault | listed-parameters | not known
            not known: an input map that is filled elsewhere | unknown | var.settings
            not known: raw JSON in a variable | unknown | var.all_containers
            not known: environment files in S3 | environment-files | environment file
            not known: a module that is not on disk | missing-module | not known
            not known: a submodule that is not checked out | submodule-absent | WEB_TITLE
            trap: keys in another case, the value first | key-case | environment
            trap: names that are none | firelens | APP_LOG
            trap: null elements | null-elements | SENTRY_DSN
            trap: entries that are commented out | jsonencode-inline | environment
            trap: a name twice, a secret under two names, a name secret here and plain there | duplicates | environment
            trap: a key twice | key-case | environment
            trap: colons and equal signs, quoted keys | computed-keys | DD_QUOTED
            trap: labels without quotes | old-syntax | UNICODE_A
            trap: conditionals in parentheses | conditionals-in-parentheses | CCPA
            trap: several objects on one line | old-syntax | ESCAPED
            trap: a raw list spliced into a string | raw-splices | LISTED
            trap: directives around elements | template-conditions | when var.redis
            trap: loops that write their own commas | template-commas | TWILIO_KEY
            trap: a template that is one jsonencode | templatefile | IN_TEMPLATE
            trap: paths of modules and of the working directory | paths | COMMON_FILE
            trap: one template for two task definitions | one-template-two-definitions | ROLE
            trap: jsondecode of a local that was encoded | locals-and-functions | < local.decoded
            trap: names by environment | environments | CDN_URL
            trap: an empty value on purpose | jsonencode-inline | =\s
            trap: variables that are declared nowhere | undeclared | declared nowhere
            trap: files of values by any name | var-file-names | c.auto.tfvars.json
            trap: files that are not Terraform's | not-live | environment
            trap: stale JSON beside live | json-file | LIVE
            trap: hidden directories | hidden-root | HIDDEN_LEVEL
            trap: override files | overrides | environment
            trap: arguments that terragrunt hands over | terragrunt-plain-arguments | FROM_FILE
            trap: containers of an unread module by a condition | unread-nest | when !var.big
            trap: two profiles, two accounts perhaps | profiles | not known in which region or account
            trap: Windows line ends and a byte-order mark | crlf-and-bom | environment
            container: several, FARGATE and EC2, firelens | firelens | ROUTER_BUFFER
            """;

    /** A row of the table. */
    record Row(String form, String folder, String shows) {
        @Override
        public String toString() {
            return form;
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(line -> line.split(" [|] ", 3)).map(row -> new Row(row[0], row[1], row[2]));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFormHasARootThatShowsIt(Row row) throws IOException {
        assertThat(Files.readString(CASES.resolve(row.folder()).resolve("expected.txt")))
                .contains(row.shows());
    }

    @Test
    void thereAreManyRootsAndEachIsInTheTableBesideThem() throws IOException {
        String table = Files.readString(CASES.resolve("README.md"));
        List<String> folders = folders();
        assertThat(folders).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(folders).allSatisfy(folder -> assertThat(table).contains("| `" + folder + "` |"));
        assertThat(table.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(3, line.indexOf('`', 3)))
                        .toList())
                .isSorted()
                .allSatisfy(folder -> assertThat(folders).contains(folder));
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
