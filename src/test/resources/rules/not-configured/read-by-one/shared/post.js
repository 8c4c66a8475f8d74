exports.stamp = process.env.POST_TOKEN;
