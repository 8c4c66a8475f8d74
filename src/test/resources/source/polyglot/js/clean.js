const { cleanEnv, str, port } = require("envalid");
const { env } = require("process");

module.exports = cleanEnv(process.env, { // read: * computed
  ADMIN_EMAIL: str(), // read: ADMIN_EMAIL fails
  ADMIN_PORT: port({ default: 8080 }), // read: ADMIN_PORT usable
});
module.exports.required = env.REQUIRED_BY_ALIAS; // read: REQUIRED_BY_ALIAS none
