export const filter = process.env.SPAM_FILTER_TOKEN;
export const comments = process.env.COMMENTS_TOKEN;
