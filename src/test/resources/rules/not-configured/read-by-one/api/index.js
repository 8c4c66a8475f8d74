bake(process.env.FLOUR_TOKEN, process.env.SUGAR_TOKEN, process.env.OVEN_TOKEN);
