import { z } from "zod";
import { ConfigService } from "@nestjs/config";

const schema = z.object({
  DATABASE_URL: z.string().url(), // read: DATABASE_URL fails
  LOG_LEVEL: z.enum(["debug", "info"]).default("info"), // read: LOG_LEVEL usable
  SENTRY_DSN: z.string().optional(), // read: SENTRY_DSN none
  EMPTY_DEFAULT: z.string().default(""), // read: EMPTY_DEFAULT empty
  lowerCase: z.string(),
});

export const env = schema.parse(process.env); // read: * computed

export class Mailer {
  constructor(private readonly configService: ConfigService, private readonly settings: ConfigService) {}

  send() {
    return [
      this.configService.get<string>("SMTP_HOST"), // read: SMTP_HOST none derived
      this.configService.get("SMTP_PORT", "25"), // read: SMTP_PORT usable derived
      this.settings.getOrThrow<string>("SMTP_PASSWORD"), // read: SMTP_PASSWORD fails derived
      this.configService.get("smtp.user"),
      new Map<string, string>().get("NOT_A_VARIABLE"),
    ];
  }
}

export function load(source: NodeJS.ProcessEnv = process.env) {
  return source.FROM_PARAMETER ?? Deno.env.get("FROM_DENO") ?? Bun.env.FROM_BUN; // read: FROM_PARAMETER usable; FROM_DENO usable; FROM_BUN none
}

export const mode = import.meta.env.VITE_MODE; // read: VITE_MODE none build
const generic = <T>(value: unknown) => <T>value;
