deliver(process.env.COURIER_TOKEN, process.env.ROUND);
exports.post = process.env.POST_TOKEN;
