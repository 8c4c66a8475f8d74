lend(process.env.LIBRARY_TOKEN, process.env.CATALOGUE_TOKEN, process.env.SHELF_SECRET);
