#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { env as environment } from "node:process";

// process.env.COMMENTED_OUT is not read
/* neither is process.env.IN_BLOCK, nor
   process.env["IN_BLOCK_2"] */
const doc = "process.env.IN_STRING";
const single = 'it\'s process.env.IN_SINGLE';
const pattern = /process\.env\.IN_REGEX['"`]/g;
const ratio = doc.length / 2; const after = process.env.AFTER_DIVISION / 3; // read: AFTER_DIVISION none
const template = `process.env.IN_TEMPLATE ${process.env.IN_HOLE} and ${`nested ${process.env.DEEP_HOLE ?? "x"}`}`; // read: IN_HOLE none; DEEP_HOLE usable

export const port = process.env.PORT || 3000; // read: PORT usable
export const host = process.env["HOST"] ?? "0.0.0.0"; // read: HOST usable
export const token = process.env.API_TOKEN; // read: API_TOKEN none
export const blank = process.env.BLANK || ""; // read: BLANK empty
export const nothing = process.env.NOTHING ?? null; // read: NOTHING empty
export const undef = process.env.UNDEF || undefined; // read: UNDEF empty
export const must = process.env.MUST ?? fail("MUST is missing"); // read: MUST fails
export const workers = Number(process.env.WORKERS) || 4; // read: WORKERS usable
export const timeout = parseInt(process.env.TIMEOUT_MS, 10) || 1000; // read: TIMEOUT_MS usable
export const wide = process.env.WIDE ? process.env.WIDE.split(",") : ["*"]; // read: WIDE usable; WIDE usable
export const debug = process.env.DEBUG_MODE === "true"; // read: DEBUG_MODE usable
export const first = process.env.FIRST_URL || process.env.SECOND_URL || "redis://localhost"; // read: FIRST_URL usable; SECOND_URL usable
export const chain = process.env.CHAIN_A || process.env.CHAIN_B || ""; // read: CHAIN_A empty; CHAIN_B empty
export const optional = process?.env?.OPTIONAL_CHAIN; // read: OPTIONAL_CHAIN none
export const globally = globalThis.process.env.GLOBALLY; // read: GLOBALLY none

const {
  DB_HOST, // read: DB_HOST none
  DB_PORT = "5432", // read: DB_PORT usable
  DB_PASSWORD: password, // read: DB_PASSWORD none
  DB_NAME: database = "", // read: DB_NAME empty
} = process.env;
const { env: { NESTED_ONE, NESTED_TWO = "2" } } = process; // read: NESTED_ONE none; NESTED_TWO usable

const env = process.env;
export const aliased = env.ALIASED; // read: ALIASED none
export const alsoAliased = env["ALSO_ALIASED"] ?? "a"; // read: ALSO_ALIASED usable
export const imported = environment.IMPORTED; // read: IMPORTED none

const KEY = "HELD_IN_CONSTANT";
export const held = process.env[KEY]; // read: HELD_IN_CONSTANT none
export const known = process.env["PART_" + "TWO"]; // read: PART_TWO none
export const unknown = (name) => process.env[name]; // read: * computed
export const flag = (name) => process.env[`FEATURE_${name}_ON`]; // read: FEATURE_*_ON computed
export const prefixed = (name) => process.env["PRE_" + name]; // read: PRE_* computed

process.env.WRITTEN = "by the program itself";
delete process.env.DELETED;
process.env.SET_IF_MISSING ||= "x"; // read: SET_IF_MISSING usable
if ("ASKED_FOR" in process.env) start(); // read: ASKED_FOR none
const config = { env: { NOT_READ: 1 } };
export const notRead = config.env.NOT_READ + window.env.NOT_READ_EITHER + import.meta.url;
export default readFileSync(new URL("./x", import.meta.url));
