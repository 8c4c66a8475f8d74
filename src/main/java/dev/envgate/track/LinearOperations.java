package dev.envgate.track;

/** What is asked of Linear, in GraphQL. Pages are small, because each thing in them counts against a limit. */
final class LinearOperations {
    static final String TEAM = """
            query EnvgateTeam($key: String!, $label: String!) {
              teams(filter: { key: { eq: $key } }, first: 1) {
                nodes { id states(first: 100) { nodes { id type position } } }
              }
              issueLabels(filter: { name: { eqIgnoreCase: $label } }, first: 50) {
                nodes { id isGroup team { id } }
              }
            }
            """;

    static final String ISSUES = """
            query EnvgateIssues($team: ID!, $label: ID!, $after: String) {
              issues(
                filter: { team: { id: { eq: $team } }, labels: { some: { id: { eq: $label } } } }
                first: 50
                after: $after
                includeArchived: true
              ) {
                nodes { id identifier url description archivedAt trashed state { type } }
                pageInfo { hasNextPage endCursor }
              }
            }
            """;

    static final String CREATE_LABEL = """
            mutation EnvgateLabel($input: IssueLabelCreateInput!) {
              issueLabelCreate(input: $input) { success issueLabel { id } }
            }
            """;

    static final String CREATE = """
            mutation EnvgateCreate($input: IssueCreateInput!) {
              issueCreate(input: $input) {
                success
                issue { id identifier url description archivedAt trashed state { type } }
              }
            }
            """;

    static final String UPDATE = """
            mutation EnvgateUpdate($id: String!, $input: IssueUpdateInput!) {
              issueUpdate(id: $id, input: $input) {
                success
                issue { id identifier url description archivedAt trashed state { type } }
              }
            }
            """;

    static final String UNARCHIVE = """
            mutation EnvgateUnarchive($id: String!) {
              issueUnarchive(id: $id) { success }
            }
            """;

    static final String COMMENT = """
            mutation EnvgateComment($input: CommentCreateInput!) {
              commentCreate(input: $input) { success }
            }
            """;

    private LinearOperations() {}
}
