export const cloak = process.env.CLOAK_TOKEN;
