import { createEnv } from "@t3-oss/env-nextjs";

export const env = createEnv({
  server: { AUTH_SECRET: z.string().min(1), POOL_SIZE: z.coerce.number().default(5) }, // read: AUTH_SECRET fails; POOL_SIZE usable
  runtimeEnv: process.env, // read: * computed
});
