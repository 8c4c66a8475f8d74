export const stage = process.env.STAGE;
export const poster = process.env.POSTER_TOKEN;
export const prompter = process.env.PROMPTER_TOKEN;
