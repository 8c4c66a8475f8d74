import { env } from "$env/dynamic/private";
import { STRIPE_KEY, SITE_URL as site } from "$env/static/private"; // read: STRIPE_KEY fails build; SITE_URL fails build

export const handle = () => [env.SVELTE_SECRET, site, STRIPE_KEY]; // read: SVELTE_SECRET none
