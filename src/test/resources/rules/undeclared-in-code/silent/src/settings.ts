// process.env.OLD_NAME was read here once
const { SHOP_NAME, PAGE_SIZE = "20" } = process.env;
const region = process.env.AWS_REGION;
const production = process.env.NODE_ENV === "production";
const host = process.env.mail__host;
const help = "set process.env.HELP_TEXT";

export { SHOP_NAME, PAGE_SIZE, region, production, host, help };
