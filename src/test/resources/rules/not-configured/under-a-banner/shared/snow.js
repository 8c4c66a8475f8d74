export const cannon = process.env.CANNON_TOKEN;
export const webcam = process.env.WEBCAM_TOKEN;
export const cable = process.env.CABLE_TOKEN;
export const wind = process.env.WIND_TOKEN;
export const flag = process.env.FLAG_TOKEN;
