export const slope = process.env.SLOPE_NUMBER ?? "1";
