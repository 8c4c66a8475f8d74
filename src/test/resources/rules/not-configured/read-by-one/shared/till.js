export const till = open(process.env.TILL_TOKEN);
