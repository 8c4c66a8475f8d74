export const night = process.env.NIGHT;
