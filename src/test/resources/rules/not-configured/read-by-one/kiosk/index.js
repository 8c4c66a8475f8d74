show(process.env.KIOSK_TOKEN);
