export default { base: process.env.ONLY_WHILE_BUILT };
