deliver(process.env.COURIER_TOKEN, process.env.ROUND);
