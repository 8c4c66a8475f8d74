export const secret = process.env.EDITOR_SESSION_SECRET;
