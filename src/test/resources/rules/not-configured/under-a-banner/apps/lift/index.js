export const pass = process.env.PASS_TOKEN;
export const avalanche = process.env.AVALANCHE_TOKEN;
