export const seats = process.env.SEATS_TOKEN;
export const ticket = process.env.TICKET_SECRET;
export const costume = process.env.COSTUME_TOKEN;
export const prompter = process.env.PROMPTER_TOKEN;
