export default { env: { LAMP_SECRET: process.env.LAMP_SECRET } };
